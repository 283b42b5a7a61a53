import { evalExpr } from 'mingo/core'
import type { Options } from 'mingo/types'
import { $substrBytes } from 'mingo/operators/expression/string'

// Expressions of the aggregation in which mingo differs from MongoDB, or which it lacks.

type Any = Parameters<typeof evalExpr>[0]

/** A negative count means "to the end", as in MongoDB. */
function substr(obj: Any, expr: Any, options: Options): unknown {
  const [value, index, count] = (expr as Any[]).map((part) => evalExpr(obj, part, options))
  const text = value === null || value === undefined ? '' : String(value)
  const most = Buffer.byteLength(text) - Number(index)
  const length = Number(count) < 0 || Number(count) > most ? Math.max(0, most) : count
  return $substrBytes(obj as never, [{ $literal: text }, index, length] as never, options)
}

function indexOfCP(obj: Any, expr: Any, options: Options): number | null {
  const [value, sought, start = 0, end] = (expr as Any[]).map((part) => evalExpr(obj, part, options))
  if (value === null || value === undefined) return null
  const points = [...String(value)].slice(0, end === undefined ? undefined : Number(end))
  const wanted = [...String(sought)]
  for (let i = Number(start); i + wanted.length <= points.length; i++) if (wanted.every((point, k) => points[i + k] === point)) return i
  return -1
}

/** Weeks begin on Sunday; the days before the first one are week 0. */
function week(obj: Any, expr: Any, options: Options): number | null {
  const day = evalExpr(obj, { $dayOfYear: expr } as Any, options)
  const weekday = evalExpr(obj, { $dayOfWeek: expr } as Any, options)
  return typeof day === 'number' && typeof weekday === 'number' ? Math.floor((day + 7 - weekday) / 7) : null
}

export const expressionOperators = { $substr: substr, $substrBytes: substr, $indexOfCP: indexOfCP, $week: week }
