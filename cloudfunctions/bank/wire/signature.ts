import { createPrivateKey, createPublicKey, createSign, createVerify } from 'node:crypto'

/** The string a request is signed over; the body is the raw bytes as they came. */
export const requestText = (method: string, path: string, timestamp: string, nonce: string, body: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${method}\n${path}\n${timestamp}\n${nonce}\n`), body, Buffer.from('\n')])

/** The string a reply is signed over, bound to the request's nonce. */
export const replyText = (timestamp: string, nonce: string, requestNonce: string, body: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n${requestNonce}\n`), body, Buffer.from('\n')])

/** SHA256-RSA2048 over `text`; false for anything that is no signature of it. */
export function verifyRsa(publicKeyPem: string, text: Buffer, signature: string): boolean {
  if (!/^[0-9A-Za-z+/]+={0,2}$/.test(signature)) return false
  return createVerify('RSA-SHA256').update(text).verify(createPublicKey(publicKeyPem), signature, 'base64')
}

/** Base64 of the SHA256-RSA2048 signature. */
export const signRsa = (privateKeyPem: string, text: Buffer): string =>
  createSign('RSA-SHA256').update(text).sign(createPrivateKey(privateKeyPem), 'base64')
