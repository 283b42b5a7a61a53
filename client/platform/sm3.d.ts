declare module 'sm-crypto/src/sm2/sm3' {
  /** HMAC-SM3. The key array is padded in place: pass a copy. */
  export function hmac(input: ArrayLike<number>, key: number[]): number[]
}
