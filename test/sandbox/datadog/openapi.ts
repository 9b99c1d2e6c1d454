import Ajv from 'ajv';
import openapi from './datadogV1.openapi.json';

const ajv = new Ajv({ strict: false }).addSchema(openapi, 'v1');

/**
 * Fails where an answer is not what Datadog's own description of its v1 API has.
 * `datadogV1.openapi.json` is the part of it that describes these answers, without the prose.
 * @see https://github.com/DataDog/datadog-api-client-python/blob/master/.generator/schemas/v1/openapi.yaml
 */
export function expectSchema(name: keyof (typeof openapi)['components']['schemas'], value: unknown): void {
  const validate = ajv.compile({ $ref: `v1#/components/schemas/${name}` });
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
}
