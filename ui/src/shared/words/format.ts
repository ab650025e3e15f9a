/** Numbers and dates by the habits of one locale. Dates of the core are text: `YYYY-MM-DD` or RFC 3339 in UTC. */
export interface Format {
  /** `1,284` */
  number(value: number): string;
  /** `61 %`, from a share of 0 to 1. */
  percent(share: number): string;
  /** `23 Nov 2026`, for lists. */
  date(text: string): string;
  /** `23 November 2026`, for documents. */
  dateLong(text: string): string;
  /** `Mon 23 Nov 2026, 14:02:11`, for one moment in full. */
  moment(text: string): string;
  /** `14:02` */
  time(text: string): string;
  /** `14:02:11` today, `Fri 17:31` this week, `2 Nov` this year, else with the year. */
  recent(text: string, now?: Date): string;
  /** `Fri 20 Nov` this week, `2 Nov` this year, else with the year. */
  day(text: string, now?: Date): string;
  /** `12 kB`, `3.4 MB` */
  bytes(size: number): string;
}

const DAY = 86_400_000;

/** A calendar date has no time zone: it is read and shown as UTC. A timestamp is shown in local time. */
function read(text: string): { at: Date; zone: 'UTC' | undefined } {
  return text.length === 10
    ? { at: new Date(`${text}T00:00:00Z`), zone: 'UTC' }
    : { at: new Date(text), zone: undefined };
}

/** Midnight of the local day, in days since 1970. */
function dayNumber(at: Date): number {
  return Math.floor(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / DAY);
}

/** Days from today to a calendar date; negative when it has passed. */
export function daysUntil(date: string, now: Date = new Date()): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY) - dayNumber(now);
}

/** Whether a moment lies on the local day of today. */
export function isToday(text: string, now: Date = new Date()): boolean {
  return dayNumber(new Date(text)) === dayNumber(now);
}

/** Today as `YYYY-MM-DD` in local time. */
export function today(now: Date = new Date()): string {
  return new Date(dayNumber(now) * DAY).toISOString().slice(0, 10);
}

export function makeFormat(locale: string): Format {
  const shape = (options: Intl.DateTimeFormatOptions) => (text: string) => {
    const { at, zone } = read(text);
    if (Number.isNaN(at.getTime())) return text;
    // One short form for every month: British habit alone writes "Sept".
    return new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })
      .format(at)
      .replace('Sept ', 'Sep ');
  };
  const numbers = new Intl.NumberFormat(locale);
  const date = shape({ day: 'numeric', month: 'short', year: 'numeric' });
  const clock = shape({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const weekday = shape({ weekday: 'short', hour: '2-digit', minute: '2-digit' });
  const dayMonth = shape({ day: 'numeric', month: 'short' });
  const weekdayDate = shape({ weekday: 'short', day: 'numeric', month: 'short' });
  const named = shape({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  return {
    number: (value) => numbers.format(value),
    percent: (share) => `${numbers.format(Math.round(share * 100))} %`,
    date,
    dateLong: shape({ day: 'numeric', month: 'long', year: 'numeric' }),
    moment: (text) => `${named(text).replace(/^(\w+), /, '$1 ')}, ${clock(text)}`,
    time: shape({ hour: '2-digit', minute: '2-digit' }),
    recent(text, now = new Date()) {
      const { at } = read(text);
      const age = dayNumber(now) - dayNumber(at);
      if (age === 0) return clock(text);
      if (age > 0 && age < 7) return weekday(text).replace(', ', ' ');
      return at.getFullYear() === now.getFullYear() ? dayMonth(text) : date(text);
    },
    day(text, now = new Date()) {
      const { at } = read(text);
      const age = dayNumber(now) - dayNumber(at);
      if (age >= 0 && age < 7) return weekdayDate(text).replace(', ', ' ');
      return at.getFullYear() === now.getFullYear() ? dayMonth(text) : date(text);
    },
    bytes(size) {
      if (size < 1000) return `${numbers.format(size)} B`;
      const step = size < 1_000_000 ? 1 : 2;
      const value = new Intl.NumberFormat(locale, { maximumFractionDigits: step === 1 ? 0 : 1 });
      return `${value.format(size / 1000 ** step)} ${step === 1 ? 'kB' : 'MB'}`;
    },
  };
}
