import { Annotations, App } from '../src/constructs/cdktf';
import { withoutStackTraces } from '../src/constructs/withoutStackTraces';
import { instantText } from '../src/time/instantText';
import { importExisting } from './imports';
import { MonitorStack } from './monitorStack';
import { OnCallStack } from './onCallStack';
import { STACKS } from './stackNames';
import type { StackProps } from './stackProps';
import { StateBackend } from './stateBackend';

/**
 * The app of both stacks. Nothing is written before `synth()`.
 * @param outdir where cdktf writes; by default where the CDKTF CLI says, otherwise `cdktf.out`
 */
export function watchbillApp(props: StackProps, outdir?: string): App {
  return withoutStackTraces(() => {
    // Stack traces in the metadata would contain one machine's paths.
    const app = new App({ stackTraces: false, ...(outdir === undefined ? {} : { outdir }) });
    const [onCallName, monitorsName] = STACKS;
    const onCall = new OnCallStack(app, onCallName, props);
    const monitors = new MonitorStack(app, monitorsName, props);
    monitors.addDependency(onCall);
    const asOf = instantText(props.asOf, props.catalog.organization.timeZone);
    for (const stack of [onCall, monitors]) {
      new StateBackend(stack, props.backend ?? { type: 'local' }, props.sandbox !== undefined);
      Annotations.of(stack).addInfo(`planned as of ${asOf}`);
    }
    if (props.imports !== undefined) importExisting([onCall, monitors], props.imports);
    return app;
  });
}
