/** What a record of a catalogue file is before it is read, and what can be wrong with it. */

/** A record, already split: column name to text. */
export type CatalogueRow = Readonly<Record<string, string>>;

/** Why a record is refused. */
export type RefusalReason =
  | 'missing'
  | 'not-a-number'
  | 'out-of-range'
  | 'not-an-instant'
  | 'not-listed'
  | 'twice'
  | 'checksum';

/** What is wrong with a record. */
export type Flaw = { field: string; reason: RefusalReason };
