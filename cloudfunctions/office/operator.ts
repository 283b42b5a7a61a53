/** Who calls the office: somebody who holds the environment's own credentials. */
export type Operator = { kind: 'operator' }
