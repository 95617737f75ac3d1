/**
 * A function that caches its result per object. This requires that objects are never changed in place; the document store
 * freezes its documents outside production.
 */
export function rememberPerObject<K extends object, V>(make: (object: K) => V): (object: K) => V {
  const known = new WeakMap<K, V>();
  return (object) => {
    let value = known.get(object);
    if (value === undefined) known.set(object, (value = make(object)));
    return value;
  };
}
