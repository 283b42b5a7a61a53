/** The tokens that pictures need; styles take theirs from tokens.scss. */
export const colors = {
  date: '#9C2A1F',
  datePressed: '#7A1E16',
  wheat: '#F6DDB1',
  stamp: '#B5382A',
  ink: '#2B211B',
  inkSecond: '#5A4C42',
  inkThird: '#6F6056',
  pine: '#1C6450',
  pineDeep: '#114A3A',
  ochre: '#8A4708',
  ochreDeep: '#6A3506',
  indigo: '#2C4A7A',
  paper: '#F8F1E6',
  frame: '#8F7F70',
  /** The engraver's lines on a note; ornament only. */
  engraving: '#D3B284',
  engravingIndigo: '#8DA0BF',
  ornamentOnRed: '#AE3A2C',
  white: '#FFFFFF',
} as const
