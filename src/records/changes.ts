import type { Json } from '../model/digest.ts';
import type { Path } from './yaml.ts';

/** One change of a YAML text: a field set (or taken away, where the value is undefined), or an item put at the end of a list. */
export type Edit =
  | {
      readonly kind: 'set';
      readonly path: Path;
      readonly key: string;
      readonly value: Json | undefined;
      readonly order: readonly string[];
    }
  | { readonly kind: 'append'; readonly path: Path; readonly value: Json };

/**
 * Lists the changes that lead from one value to another. Fields are compared one by one; lists of maps item by item, where
 * the new list is as long or longer; other lists are replaced whole.
 */
export function editsBetween(before: Json, after: Json, path: Path = []): Edit[] {
  if (!isObject(before) || !isObject(after)) throw new TypeError('only maps are edited field by field');
  const order = Object.keys(after);
  const keys = [...new Set([...Object.keys(before), ...order])];
  return keys.flatMap((key): Edit[] => {
    const old = before[key];
    const value = after[key];
    if (equal(old, value)) return [];
    const here = [...path, key];
    if (isObject(old) && isObject(value)) return editsBetween(old, value, here);
    if (isListOfMaps(old) && isListOfMaps(value) && old.length > 0 && value.length >= old.length) {
      return value.flatMap((item, index): Edit[] => {
        const was = old[index];
        return was === undefined
          ? [{ kind: 'append', path: here, value: item }]
          : editsBetween(was, item, [...here, index]);
      });
    }
    return [{ kind: 'set', path, key, value, order }];
  });
}

function isObject(value: Json | undefined): value is { [key: string]: Json | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOfMaps(value: Json | undefined): value is { [key: string]: Json | undefined }[] {
  return Array.isArray(value) && value.every(isObject);
}

/** Whether two values are the same JSON; a member that is undefined is one that is not there. */
export function equal(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => equal(item, b[index]));
  if (!isObject(a) || !isObject(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => equal(a[key], b[key]));
}
