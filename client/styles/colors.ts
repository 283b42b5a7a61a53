/** The tokens that pictures need; styles take theirs from tokens.scss. */
export const colors = {
  date: '#9C2A1F',
  wheat: '#F6DDB1',
  ink: '#2B211B',
  inkSecond: '#5A4C42',
  inkThird: '#6F6056',
  pine: '#1C6450',
  ochre: '#8A4708',
  ochreDeep: '#6A3506',
  indigo: '#2C4A7A',
  frame: '#8F7F70',
  ornamentOnRed: '#AE3A2C',
  white: '#FFFFFF',
} as const
