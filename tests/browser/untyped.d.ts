// Packages that bring no types of their own; only what is used here is described.
declare module 'tar-fs' {
  const tar: { extract(folder: string): import('node:stream').Writable }
  export default tar
}
declare module 'pngjs' {
  export class PNG {
    width: number
    height: number
    data: Buffer
    constructor(options: { width: number; height: number })
    static sync: { read(png: Buffer): PNG; write(png: PNG, options?: object): Buffer }
  }
}
