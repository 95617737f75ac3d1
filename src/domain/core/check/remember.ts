/**
 * A function that remembers its result for each object. Right as long as no object is changed in place: the document
 * store freezes its bodies outside production.
 */
export function rememberPerObject<K extends object, V>(make: (object: K) => V): (object: K) => V {
  const known = new WeakMap<K, V>();
  return (object) => {
    let value = known.get(object);
    if (value === undefined) known.set(object, (value = make(object)));
    return value;
  };
}
