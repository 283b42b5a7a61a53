/** What a page of the demo asked cannot be answered; its own fault. */
export class BadRequest extends Error {}
