/** Writing and reading compact bytes: little-endian numbers, and integers that take one byte for each seven bits. */

export type Writer = {
  readonly u8: (value: number) => void;
  readonly u16: (value: number) => void;
  readonly u32: (value: number) => void;
  /** an integer from 0 to 2^53 - 1 */
  readonly count: (value: number) => void;
  readonly text: (value: string) => void;
  readonly done: () => Uint8Array;
};

/** A writer whose buffer grows. */
export function writer(): Writer {
  let bytes = new Uint8Array(4096);
  let at = 0;
  const u8 = (value: number): void => {
    if (at === bytes.length) {
      const more = new Uint8Array(2 * at);
      more.set(bytes);
      bytes = more;
    }
    bytes[at++] = value;
  };
  const u16 = (value: number): void => {
    u8(value & 255);
    u8((value >>> 8) & 255);
  };
  const count = (value: number): void => {
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) u8(128 + (rest % 128));
    u8(rest);
  };
  return {
    u8,
    u16,
    u32: (value) => {
      u16(value & 0xffff);
      u16(value >>> 16);
    },
    count,
    // UTF-16 units: names of the catalogue are plain ASCII, one byte each.
    text: (value) => {
      count(value.length);
      for (let i = 0; i < value.length; i++) count(value.charCodeAt(i));
    },
    done: () => bytes.slice(0, at),
  };
}

export type Reader = { readonly [K in 'u8' | 'u16' | 'u32' | 'count']: () => number } & {
  readonly text: () => string;
  readonly atEnd: () => boolean;
};

/** A reader of what a writer wrote. Throws when it is asked for more than there is. */
export function reader(bytes: Uint8Array): Reader {
  let at = 0;
  const u8 = (): number => {
    if (at >= bytes.length) throw new Error('bytes end too early');
    return bytes[at++]!;
  };
  const u16 = (): number => u8() + 256 * u8();
  const count = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const next = u8();
      value += factor * (next & 127);
      if (next < 128) return value;
    }
  };
  return {
    u8,
    u16,
    u32: () => u16() + 0x10000 * u16(),
    count,
    text: () => {
      let out = '';
      for (let left = count(); left > 0; left--) out += String.fromCharCode(count());
      return out;
    },
    atEnd: () => at === bytes.length,
  };
}
