import * as v from 'valibot'

// Static files, versioned by their content, read by the phone without asking a function (scale.md, rules 5, 7 and 8).

/** `/data/gate.json`: the one file whose name never changes. Read before any call. */
export const gateFile = v.object({
  /** File names beside the gate, e.g. `shops.1f3a.json`. */
  shops: v.string(),
  help: v.string(),
  /** Seconds after opening the code page at which the result is asked for; afterwards only on a tap. */
  pollSeconds: v.array(v.number()),
  demo: v.boolean(),
})
export type GateFile = v.InferOutput<typeof gateFile>

const shop = v.object({
  id: v.string(),
  name: v.string(),
  category: v.picklist(['dining', 'retail', 'culture']),
  /** Which icon: noodles, hotpot, restaurant, lodging, retail, culture. */
  icon: v.picklist(['noodles', 'hotpot', 'restaurant', 'lodging', 'retail', 'culture']),
  /** Index into `townships`. */
  township: v.number(),
  address: v.string(),
  phone: v.string(),
  /** `08:30-21:00`, local time, every day. */
  hours: v.string(),
  /** GCJ-02. */
  lat: v.number(),
  lng: v.number(),
  /** Whose till stands there: `SPDB`, `ABC`. */
  tills: v.array(v.string()),
  /** Full pinyin without tones or spaces, and initials. */
  pinyin: v.string(),
  initials: v.string(),
  /** Shanghai day (YYYY-MM-DD) of the last successful payment, or null. */
  lastUsed: v.nullable(v.string()),
})
export const shopsFile = v.object({
  townships: v.array(v.object({ name: v.string(), lat: v.number(), lng: v.number() })),
  shops: v.array(shop),
})
export type Shop = v.InferOutput<typeof shop>
export type ShopsFile = v.InferOutput<typeof shopsFile>

/** Announcements, rules in plain language, service points. */
export const helpFile = v.object({
  notices: v.array(v.object({ id: v.string(), title: v.string(), body: v.string(), date: v.string() })),
  rules: v.array(v.object({ question: v.string(), answer: v.string(), clause: v.string() })),
  servicePoints: v.array(v.object({ township: v.number(), name: v.string(), address: v.string(), hours: v.string(), phone: v.string() })),
})
export type HelpFile = v.InferOutput<typeof helpFile>
