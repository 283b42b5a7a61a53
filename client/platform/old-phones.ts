// What the code uses and phones of before 2022 lack. No more than that: a whole set of polyfills is a third of the package.

// biome-ignore lint/suspicious/noPrototypeBuiltins: this is what the rule would have us use
if (!Object.hasOwn) Object.hasOwn = (object: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(object, key)

if (!Array.prototype.at) {
  Object.defineProperty(Array.prototype, 'at', {
    configurable: true,
    writable: true,
    value: function at<T>(this: T[], place: number): T | undefined {
      return this[place < 0 ? this.length + place : place]
    },
  })
}

if (!String.prototype.replaceAll) {
  Object.defineProperty(String.prototype, 'replaceAll', {
    configurable: true,
    writable: true,
    value: function replaceAll(this: string, from: string, to: string): string {
      return this.split(from).join(to)
    },
  })
}
