/**
 * Instants as numbers: milliseconds since 1970-01-01T00:00Z, with fractions. Text in, number out; no clock, no time zone,
 * no leap seconds (every day has 86,400 s, as in UTC element sets).
 */
import { DAYS_PER_MONTH, SECONDS_PER_DAY } from './elements.ts';

const MS_PER_DAY = SECONDS_PER_DAY * 1000;
/** The year, its month and day or its day of the year, and the time of day. */
const INSTANT = /^(\d{4})-(?:(\d\d)-(\d\d)|(\d{3}))(?:[T ](\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?)?$/;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/**
 * Days from 1970-01-01 to a date of the Gregorian calendar (Fliegel & Van Flandern, Comm. ACM 11, 1968, counted from 1970;
 * the Julian day at noon is this + 2,440,588). Month and day count from 1.
 */
export function daysSince1970(year: number, month: number, day: number): number {
  const early = month < 3 ? 1 : 0;
  const y = year + 4800 - early;
  const m = month + 12 * early - 3;
  const julianDay =
    day +
    Math.floor((153 * m + 2) / 5) +
    365 * y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) -
    32045;
  return julianDay - 2440588;
}

/**
 * The instant of an ISO 8601 text: YYYY-MM-DD or YYYY-DDD (day of the year, as CCSDS messages may have it), or with
 * Thh:mm[:ss[.fraction]] and an optional Z; taken as UTC either way.
 * Null when it is not one, or names a day or time that does not exist.
 */
export function instantMs(text: string): number | null {
  const parts = INSTANT.exec(text);
  if (parts === null) return null;
  const year = Number(parts[1]);
  const hour = Number(parts[5] ?? 0);
  const minute = Number(parts[6] ?? 0);
  const second = Number(parts[7] ?? 0);
  if (hour > 23 || minute > 59 || second >= 60) return null;
  const timeMs = (hour * 60 + minute) * 60_000 + second * 1000;
  if (parts[4] !== undefined) {
    const dayOfYear = Number(parts[4]);
    if (dayOfYear < 1 || dayOfYear > (isLeap(year) ? 366 : 365)) return null;
    return (daysSince1970(year, 1, 1) + dayOfYear - 1) * MS_PER_DAY + timeMs;
  }
  const month = Number(parts[2]);
  const day = Number(parts[3]);
  if (month < 1 || month > 12) return null;
  if (day < 1 || day > MONTH_DAYS[month - 1]! + (month === 2 && isLeap(year) ? 1 : 0)) return null;
  return daysSince1970(year, month, day) * MS_PER_DAY + timeMs;
}

/** Days from one instant to another. */
export const daysBetween = (fromMs: number, toMs: number): number => (toMs - fromMs) / MS_PER_DAY;

/** Months of the game (a twelfth of a Julian year) from one instant to another. */
export const monthsBetween = (fromMs: number, toMs: number): number => daysBetween(fromMs, toMs) / DAYS_PER_MONTH;

/** An instant as a decimal year, to a day or so: for slow things such as the solar cycle. */
export const decimalYear = (atMs: number): number => 1970 + atMs / MS_PER_DAY / 365.2425;
