import { View } from '@tarojs/components'
import { useState } from 'react'
import type { HelpFile } from '#contract/published'
import { Icon } from '../../components/icon'
import { Phrases } from '../../components/phrases'
import { Sheet } from '../../components/sheet'
import { tappable } from '../../components/tappable'
import { colors } from '../../styles/colors'
import './rules-sheet.scss'

/** The rules in plain language, each closed to its question; the clause says where it is written. */
export function RulesSheet({ rules }: { rules: HelpFile['rules'] }) {
  const [open, setOpen] = useState<string | null>(null)
  return (
    <Sheet>
      {rules.map(({ question, answer, clause }) => {
        const shown = open === question
        return (
          <View key={question} className='rule'>
            <View className='rule__question' {...tappable(question, () => setOpen(shown ? null : question))} {...{ ariaExpanded: shown }}>
              <View className='rule__words'>{question}</View>
              <View className={shown ? 'rule__arrow rule__arrow--open' : 'rule__arrow'} ariaHidden>
                <Icon name='down' color={colors.inkThird} size={20} />
              </View>
            </View>
            {shown ? (
              <View className='rule__answer'>
                <Phrases text={answer} />
                {clause ? <View className='rule__clause'>依据：实施方案 {clause}</View> : null}
              </View>
            ) : null}
          </View>
        )
      })}
    </Sheet>
  )
}
