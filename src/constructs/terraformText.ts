/**
 * Escapes text so that it arrives unchanged: cdktf passes strings on as templates, so
 * Terraform would interpolate `${` and `%{` in somebody's prose, or fail the plan. A space
 * breaks cdktf's own token markers, which it would replace before Terraform sees them; no
 * prose needs them.
 *
 * Text is taken literally; a cdktf token inside it is not resolved.
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences
 * @example
 * terraformText('rm -r ${DIR}') // 'rm -r $${DIR}'
 */
export function terraformText(text: string): string {
  return text
    .replace(/[$#&%](?=\{TfToken\[)/g, (sign) => `${sign} `)
    .replace(/[$%](?=\{)/g, (sign) => sign + sign);
}
