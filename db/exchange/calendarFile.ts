import type { Day } from '../domain/day.ts'
import { dayOfIndex, indexOfDay } from '../domain/dayIndex.ts'

export interface CalendarEntry {
  readonly uid: string
  readonly title: string
  readonly note: string | null
  readonly first: Day
  readonly last: Day
}

/** Days as an iCalendar file (RFC 5545): whole days, lines folded at 75 octets, text escaped. */
export function writeCalendarFile(name: string, entries: readonly CalendarEntry[], stamp: string): string {
  const at = stamp.replaceAll(/[-:]|\.\d+/g, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Capital Project Tracker//Milestones//ZH',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap((entry) => [
      'BEGIN:VEVENT',
      `UID:${escaped(entry.uid)}@capital-project-tracker`,
      `DTSTAMP:${at}`,
      `DTSTART;VALUE=DATE:${compact(entry.first)}`,
      `DTEND;VALUE=DATE:${compact(dayOfIndex(indexOfDay(entry.last) + 1))}`,
      `SUMMARY:${escaped(entry.title)}`,
      ...(entry.note === null ? [] : [`DESCRIPTION:${escaped(entry.note)}`]),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function compact(day: Day) {
  return day.replaceAll('-', '')
}

function escaped(text: string) {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n|[\r\n]/g, String.raw`\n`)
}

/** No line is longer than 75 octets; no character is cut in two. */
function folded(line: string): string {
  let text = ''
  let octets = 0
  for (const character of line) {
    const size = new TextEncoder().encode(character).length
    if (octets + size > 75) {
      text += '\r\n '
      octets = 1
    }
    text += character
    octets += size
  }
  return text
}
