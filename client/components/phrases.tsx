import { Text } from '@tarojs/components'
import './phrases.scss'

/** A number and its unit stay on one line. */
const joined = (text: string): string => text.replace(/(\d) (?=\S)/g, '$1\u00a0')

/** Text that breaks after its commas and stops before it breaks anywhere else: no line is left with one character. */
export const Phrases = ({ text }: { text: string }) => (
  <>
    {(joined(text).match(/[^，。、；]+[，。、；]?/g) ?? []).map((phrase, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: phrases have no other name than their place
      <Text key={i} className='phrase'>
        {phrase}
      </Text>
    ))}
  </>
)
