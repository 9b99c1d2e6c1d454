import { TerraformStack, Testing } from '../../src/constructs/cdktf';
import { ReplacementTrigger } from '../../src/constructs/replacementTrigger';
import { only, synthesized } from './synthesized';

test('is replaced when a value changes', () => {
  const json = synthesized((stack) => {
    new ReplacementTrigger(stack, 'hours', { timeZone: 'Asia/Tokyo', stretches: ['a', 'b'] });
  });
  expect(only(json, 'terraform_data')).toMatchObject({
    triggers_replace: { timeZone: 'Asia/Tokyo', stretches: ['a', 'b'] },
  });
});

test('asks no Terraform for its version', () => {
  const path = process.env['PATH'];
  process.env['PATH'] = '';
  try {
    const stack = new TerraformStack(Testing.app(), 'test');
    expect(new ReplacementTrigger(stack, 'hours', {}).node.validate()).toEqual([]);
  } finally {
    process.env['PATH'] = path;
  }
});
