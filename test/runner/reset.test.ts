/** A suite of its own: where something is mocked, modules of ours are not shared anyway. */
test('whoever resets modules gets ours anew', () => {
  const before = jest.requireActual('../../src/text/wrapped');
  jest.resetModules();
  expect(jest.requireActual('../../src/text/wrapped')).not.toBe(before);
});
