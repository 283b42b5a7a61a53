// `cloud.openapi` travels as protobuf (the schema is inside wx-server-sdk). Two messages of it are enough here.

type Field = { number: number; wire: number; value: bigint | Buffer }

function* fields(message: Buffer): Iterable<Field> {
  let at = 0
  const varint = (): bigint => {
    let value = 0n
    for (let shift = 0n; ; shift += 7n) {
      const byte = message[at++] ?? 0
      value |= BigInt(byte & 127) << shift
      if (byte < 128) return value
    }
  }
  while (at < message.length) {
    const tag = Number(varint())
    if ((tag & 7) === 0) yield { number: tag >> 3, wire: 0, value: varint() }
    else if ((tag & 7) === 2) {
      const length = Number(varint())
      yield { number: tag >> 3, wire: 2, value: message.subarray(at, at + length) }
      at += length
    } else return
  }
}

function lengthPrefixed(number: number, bytes: Buffer): Buffer {
  const size: number[] = []
  for (let rest = bytes.length; ; rest >>>= 7) {
    size.push(rest > 127 ? (rest & 127) | 128 : rest)
    if (rest <= 127) break
  }
  return Buffer.concat([Buffer.from([(number << 3) | 2, ...size]), bytes])
}

const childrenOf = (message: Buffer, number: number): Buffer[] =>
  [...fields(message)].flatMap((field) => (field.number === number && Buffer.isBuffer(field.value) ? [field.value] : []))

/** The parameters of an open API request: CommApiData → openapiData → pairs of name and JSON. */
function pairsOf(message: Buffer): Record<string, unknown> {
  const pairs = childrenOf(message, 2).flatMap((data) => childrenOf(data, 1))
  return Object.fromEntries(
    pairs.map((pair) => [childrenOf(pair, 1)[0]?.toString('utf8') ?? '', JSON.parse(childrenOf(pair, 2)[0]?.toString('utf8') ?? 'null')]),
  )
}

const jsonReply = (json: object): Buffer => Buffer.concat([lengthPrefixed(1, Buffer.from(JSON.stringify(json))), lengthPrefixed(2, Buffer.from('application/json'))])

/**
 * Answers an open API as WeChat would. Known here: `phonenumber.getPhoneNumber`, whose code `phone-13800001234` stands for that
 * number and `quota` for a spent quota. Any other code is refused with WeChat's 40029.
 */
export function answerOpenApi(multipart: Buffer): Buffer {
  const api = partOf(multipart, 'apiName').toString('utf8')
  if (!/getPhoneNumber|getuserphonenumber/i.test(api)) return jsonReply({ errcode: 48001, errmsg: `api unauthorized: ${api}` })
  const code = String(pairsOf(partOf(multipart, 'requestData')).code ?? '')
  if (code === 'quota') return jsonReply({ errcode: 1400001, errmsg: 'quota is not enough' })
  const phone = /^phone-(1\d{10})$/.exec(code)?.[1]
  if (!phone) return jsonReply({ errcode: 40029, errmsg: 'code is invalid' })
  return jsonReply({ errcode: 0, errmsg: 'ok', phone_info: { phone_number: phone, pure_phone_number: phone, country_code: '86' } })
}

/** The bytes of one part of a multipart body. */
function partOf(body: Buffer, name: string): Buffer {
  const head = body.indexOf(`name="${name}"`)
  const start = head < 0 ? -1 : body.indexOf('\r\n\r\n', head)
  const boundary = body.subarray(0, body.indexOf('\r\n'))
  const end = start < 0 ? -1 : body.indexOf(boundary, start)
  return end < 0 ? Buffer.alloc(0) : body.subarray(start + 4, end - 2)
}
