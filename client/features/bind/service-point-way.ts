import { useEffect, useState } from 'react'
import type { HelpFile } from '#contract/published'
import { loadHelp, loadShops } from '../../cloud/published'
import { chooseTownship, chosenTownship } from '../../components/township'

type Point = HelpFile['servicePoints'][number]

/** The service point of the township the resident has chosen, and the list to choose from. */
export function useServicePoint(): { names: readonly string[]; township: number | null; point: Point | null; choose: (township: number) => void } {
  const [points, setPoints] = useState<readonly Point[]>([])
  const [names, setNames] = useState<readonly string[]>([])
  const [township, setTownship] = useState(chosenTownship)
  useEffect(() => {
    void loadHelp().then((help) => setPoints(help?.servicePoints ?? []))
    void loadShops().then((shops) => setNames(shops?.townships.map(({ name }) => name) ?? []))
  }, [])
  const choose = (chosen: number): void => {
    chooseTownship(chosen)
    setTownship(chosen)
  }
  return { names, township, point: points.find((one) => one.township === township) ?? null, choose }
}
