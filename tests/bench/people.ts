import { boundPhone, type TestCity } from '#tests/flows/city'

export type BoundPhone = Awaited<ReturnType<typeof boundPhone>>
const together = 8

/** That many residents with a phone, bound as WeChat users. Each code is good once a step, so every redemption takes its own. */
export async function boundPhones(city: TestCity, count: number): Promise<BoundPhone[]> {
  const phones: BoundPhone[] = []
  const grown = city.residents.filter(({ guardian }) => guardian === null)
  for (let from = 0; phones.length < count && from < grown.length; from += together) {
    const some = grown.slice(from, from + together).map((resident, i) => boundPhone(city, resident, `o-bench-${from + i}`).catch(() => null))
    for (const phone of await Promise.all(some)) if (phone) phones.push(phone)
  }
  if (phones.length < count) throw new Error(`only ${phones.length} residents could be bound`)
  return phones.slice(0, count)
}
