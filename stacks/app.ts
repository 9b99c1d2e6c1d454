import { Annotations, App } from '../src/constructs/cdktf';
import { withoutStackTraces } from '../src/constructs/withoutStackTraces';
import { instantText } from '../src/time/instantText';
import { importExisting } from './imports';
import { MonitorStack } from './monitorStack';
import { OnCallStack } from './onCallStack';
import { stackParts } from './stackParts';
import type { AppProps } from './stackProps';
import { StackRecord } from './stackRecord';
import { StateBackend } from './stateBackend';

/**
 * The app of all stacks. Nothing is written before `synth()`.
 * @param outdir where cdktf writes; by default where the CDKTF CLI says, otherwise `cdktf.out`
 * @throws Error if two constructs would share a Terraform address, at `synth()` at the latest
 */
export function watchbillApp({ split, ...props }: AppProps, outdir?: string): App {
  return withoutStackTraces(() => {
    // Stack traces in the metadata would contain one machine's paths.
    const app = new App({ stackTraces: false, ...(outdir === undefined ? {} : { outdir }) });
    const parts = stackParts(props.catalog, split);
    const onCall = new Map(
      parts.onCall.map(({ name, part }) => [name, new OnCallStack(app, name, { ...props, part })]),
    );
    const monitors = parts.monitors.map(({ name, part, after }) => {
      const stack = new MonitorStack(app, name, { ...props, part });
      const before = onCall.get(after);
      if (before !== undefined) stack.addDependency(before);
      return stack;
    });
    const stacks = [...onCall.values(), ...monitors];
    const [first] = stacks;
    if (split !== undefined && first !== undefined) {
      new StackRecord(first, stacks.map(({ node }) => node.id).sort());
    }
    const asOf = instantText(props.asOf, props.catalog.organization.timeZone);
    for (const stack of stacks) {
      new StateBackend(stack, props.backend ?? { type: 'local' }, props.sandbox !== undefined);
      Annotations.of(stack).addInfo(`planned as of ${asOf}`);
    }
    if (props.imports !== undefined) importExisting(stacks, props.imports);
    return app;
  });
}
