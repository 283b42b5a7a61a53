import { idCheckCharacter } from '#domain/id-number'
import { townships } from '#programmes/shenmu-places'
import { seededRandom } from './random.ts'

export type DemoResident = {
  name: string
  idNumber: string
  phone: string
  township: string
  insurance: '城乡居民' | '职工'
  /** Whose phone the row carries, by place in the list: a child's guardian, an old mother's son. */
  guardian: number | null
}

const families = [...'王李张刘陈杨赵黄周吴徐孙马高郭何白折贺乔康韩郝苏任尚']
const given = ['秀兰', '建国', '小满', '桂英', '志强', '玉梅', '海燕', '春生', '雪琴', '永红', '改莲', '子涵', '润生', '喜梅', '占平', '彩霞', '保平', '欣怡', '文秀', '一䶮', '德胜', '巧珍']

/** Those one meets first: an elderly woman, a family on one phone, names that trouble computers. */
const known: Record<number, { name: string; born?: string; guardian?: number }> = {
  0: { name: '王秀兰', born: '19570316' },
  1: { name: '折志强', born: '19840902' },
  2: { name: '折小满', born: '20150521', guardian: 1 },
  3: { name: '白桂英', born: '19480211', guardian: 1 },
  4: { name: '高一䶮', born: '19910707' },
  5: { name: '乔𬱖', born: '19880130' },
  6: { name: '古丽·艾山', born: '19930412' },
}

const two = (n: number): string => String(n).padStart(2, '0')
const phoneOf = (i: number): string => `1990000${String(i).padStart(4, '0')}`

/** People who can belong to nobody: the area code 990101 is assigned to no place, and the phones begin with 199 0000. */
export function demoResidents(count: number): DemoResident[] {
  const random = seededRandom(20230119)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  return Array.from({ length: count }, (_, i) => {
    const drawn = {
      // Those a thousand places apart share the three digits after it, so their years differ.
      born: `${1935 + 2 * Math.floor(random() * 35) + (Math.floor(i / 1000) % 2)}${two(1 + Math.floor(random() * 12))}${two(1 + Math.floor(random() * 28))}`,
      name: pick(families) + pick(given),
      guardian: null,
    }
    const { born, name, guardian } = { ...drawn, ...known[i] }
    const first = `990101${born}${String(i % 1000).padStart(3, '0')}`
    return {
      name,
      idNumber: first + idCheckCharacter(first),
      phone: phoneOf(guardian ?? i),
      // A family lives in one place.
      township: townships[(guardian ?? i) % townships.length]?.name ?? '',
      insurance: random() < 0.7 || guardian !== null ? '城乡居民' : '职工',
      guardian,
    }
  })
}
