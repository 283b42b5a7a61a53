import { describe, expect, it } from 'vitest'
import { lastUsedWords } from './last-used'

const at = (time: string): number => Date.parse(`2023-01-21T${time}:00+08:00`)

describe('when somebody last paid at a shop', () => {
  it('is told by the day in Shanghai', () => {
    expect(lastUsedWords('2023-01-21', at('12:03'))).toBe('今天有人在这里用过')
    expect(lastUsedWords('2023-01-20', at('00:01'))).toBe('昨天有人在这里用过')
    expect(lastUsedWords('2023-01-18', at('23:59'))).toBe('3 天前有人在这里用过')
    expect(lastUsedWords('2022-12-01', at('12:03'))).toBe('12月1日有人在这里用过')
    expect(lastUsedWords(null, at('12:03'))).toBe('还没有人用过，去前先打电话')
  })
})
