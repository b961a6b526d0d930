/** Values kept at a time, and the longest text that one is kept for. */
const MOST = 2000;
const LONGEST = 200;

/**
 * Makes a function remember what it gave for the texts it met last: a list has few senders and fewer kinds of content, and each
 * mail names them again. The function must be pure, and nobody may change what it gives.
 */
export function remembered<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (text) => {
    const met = known.get(text);
    if (met !== undefined) return met.value;
    if (text.length > LONGEST) return read(text);
    // A piece of a string would keep the whole mail alive that it was cut out of.
    const copy = Buffer.from(text, 'utf16le').toString('utf16le');
    const value = read(copy);
    if (known.size >= MOST) known.clear();
    known.set(copy, { value });
    return value;
  };
}
