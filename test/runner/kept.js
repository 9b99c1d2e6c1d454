/**
 * Remembers the properties of objects.
 * @param leave names of properties that are let alone
 * @returns what puts the others back: changed ones as they were, without those that were added
 */
exports.kept = (objects, leave = []) => {
  const before = objects.map((object) => Object.getOwnPropertyDescriptors(object));
  return () => {
    for (const [at, object] of objects.entries()) putBack(object, before[at], leave);
  };
};

function putBack(object, before, leave) {
  for (const key of Reflect.ownKeys(object)) {
    if (!Object.hasOwn(before, key) && !leave.includes(key)) Reflect.deleteProperty(object, key);
  }
  for (const key of Reflect.ownKeys(before)) {
    const now = Object.getOwnPropertyDescriptor(object, key);
    const same = now !== undefined && now.value === before[key].value && now.get === before[key].get;
    if (!same && !leave.includes(key)) Reflect.defineProperty(object, key, before[key]);
  }
}
