/** An element with properties, attributes (`aria-…`, `data-…`) and children; text stays text. */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue
    if (name.includes('-') || name === 'for' || name === 'role') node.setAttribute(name, value === true ? '' : value)
    else node[name] = value
  }
  node.append(...children.filter((child) => child !== null && child !== undefined))
  return node
}

/** A drawing of the art sheet; always beside words, so hidden from readers. */
export function art(id, className) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('aria-hidden', 'true')
  if (className) svg.setAttribute('class', className)
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use')
  use.setAttribute('href', `/demo/art.svg#${id}`)
  svg.append(use)
  return svg
}

export const byId = (id) => document.getElementById(id)
