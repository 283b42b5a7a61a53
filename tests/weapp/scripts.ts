import { type AnyNode, type Function as AnyFunction, parse, type Pattern, type Program } from 'acorn'
import { ancestor, base, simple } from 'acorn-walk'

/** Names a browser has and WeChat's script context has not, or forbids. Reading one unguarded stops the app. */
export const absentNames = ['window', 'document', 'localStorage', 'sessionStorage', 'indexedDB', 'navigator', 'location', 'fetch', 'XMLHttpRequest', 'crypto', 'eval', 'importScripts']

export type Finding = { name: string; at: number; excerpt: string }

// webpack's own last resort, behind a question for `globalThis` and inside a `try`: no configuration leaves it out.
const webpacksLastResort = 'try{return this||new Function("return this")()}'

/** Newer syntax than ES5 (old phones take the output as it is), unguarded uses of names WeChat lacks, and code made from text. */
export function forbidden(source: string): Finding[] {
  const found: Finding[] = []
  const script = source.replace(webpacksLastResort, 'try{return this}')
  const say = (name: string, at: number) => found.push({ name, at, excerpt: around(script, at) })
  const tree = parseEs5(script)
  if ('raisedAt' in tree) return [{ name: 'not ES5', at: tree.pos, excerpt: around(script, tree.pos) }]
  ancestor(tree, {
    Identifier(node, _state, ancestors) {
      if (!absentNames.includes(node.name) || isDeclared(node.name, ancestors) || isGuarded(node.name, ancestors)) return
      say(node.name, node.start)
    },
    NewExpression(node, _state, ancestors) {
      if (isFunctionName(node.callee) && !isDeclared('Function', ancestors)) say('new Function', node.start)
    },
    CallExpression(node, _state, ancestors) {
      if (isFunctionName(node.callee) && !isDeclared('Function', ancestors)) say('Function()', node.start)
    },
  })
  return found
}

const around = (text: string, at: number): string => text.slice(Math.max(0, at - 60), at + 60)

type NotEs5 = { pos: number; raisedAt: number }
function parseEs5(source: string): Program | NotEs5 {
  try {
    return parse(source, { ecmaVersion: 5 })
  } catch (error) {
    if (error instanceof SyntaxError && 'pos' in error) return error as unknown as NotEs5
    throw error
  }
}

const isFunctionName = (node: AnyNode): boolean => node.type === 'Identifier' && node.name === 'Function'

/** `typeof window` itself, or a place that is reached only after such a question. */
function isGuarded(name: string, ancestors: AnyNode[]): boolean {
  const parent = ancestors.at(-2)
  if (parent?.type === 'UnaryExpression' && parent.operator === 'typeof') return true
  return ancestors.some((node) => {
    if (node.type === 'IfStatement' || node.type === 'ConditionalExpression') return asksFor(node.test, name)
    if (node.type === 'LogicalExpression') return asksFor(node.left, name)
    return false
  })
}

function asksFor(test: AnyNode, name: string): boolean {
  let asks = false
  simple(test, {
    UnaryExpression(node) {
      if (node.operator === 'typeof' && node.argument.type === 'Identifier' && node.argument.name === name) asks = true
    },
  })
  return asks
}

const known = new WeakMap<AnyNode, Set<string>>()

/** Whether an enclosing function (ES5 knows no other scope but `catch`) declares the name. */
const isDeclared = (name: string, ancestors: AnyNode[]): boolean =>
  ancestors.some((node) => {
    if (node.type === 'CatchClause') return node.param?.type === 'Identifier' && node.param.name === name
    if (node.type !== 'FunctionExpression' && node.type !== 'FunctionDeclaration' && node.type !== 'Program') return false
    const names = known.get(node) ?? declaredIn(node)
    known.set(node, names)
    return names.has(name)
  })

function declaredIn(scope: AnyFunction | Program): Set<string> {
  const names = new Set<string>()
  const add = (pattern: Pattern | null | undefined) => {
    if (pattern?.type === 'Identifier') names.add(pattern.name)
  }
  if ('params' in scope) [scope.id, ...scope.params].forEach(add)
  // Names declared inside a nested function are that function's; only its own name belongs here.
  const walker: typeof base = {
    ...base,
    Function(node) {
      if (node.type === 'FunctionDeclaration') add(node.id)
    },
  }
  const body: AnyNode[] = 'params' in scope ? [scope.body] : scope.body
  for (const node of body) simple(node, { VariableDeclarator: ({ id }) => add(id) }, walker)
  return names
}
