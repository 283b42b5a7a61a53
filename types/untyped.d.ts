// Packages that bring no types of their own; only what is used here is described.
declare module 'cli-progress' {
  export class SingleBar {
    constructor(options: object, preset?: object)
    start(total: number, value: number, payload?: object): void
    update(value: number, payload?: object): void
    setTotal(total: number): void
    stop(): void
  }
  export const Presets: { shades_classic: object }
}
