import { type Answer, json, problem } from './answers.ts'

/** A page of a listing, as it was asked for. */
export interface PageRequest {
  /** Where the listing is, with neither `page` nor `per_page`. */
  readonly address: string
  readonly query: Readonly<Record<string, string>>
  /** How many items can be reached at all. */
  readonly limit: number
}

/** One page of some items, with links to the others. A page beyond what can be reached is 422. */
export function paged<Item>(items: readonly Item[], request: PageRequest, show: (item: Item) => unknown): Answer {
  const { query, limit } = request
  const size = Math.min(Math.max(whole(query.per_page, 30), 1), 100)
  const page = Math.max(whole(query.page, 1), 1)
  if ((page - 1) * size >= limit) return problem(422, `Only the first ${limit} results are available.`)
  const last = Math.max(1, Math.ceil(items.length / size))
  const links: string[] = []
  const link = (to: number, relation: string) => {
    const parameters = new URLSearchParams({ ...query, page: String(to) })
    links.push(`<${request.address}?${parameters}>; rel="${relation}"`)
  }
  if (page > 1) link(Math.min(page - 1, last), 'prev')
  if (page < last) link(page + 1, 'next')
  if (page < last) link(last, 'last')
  if (page > 1) link(1, 'first')
  const shown = items.slice((page - 1) * size, page * size).map(show)
  return json(shown, 200, links.length > 0 ? { link: links.join(', ') } : {})
}

function whole(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : otherwise
}
