/**
 * Text as the vendor receives it: Terraform turns `$${` into `${` and `%%{` into
 * `%{` everywhere; of several signs before a brace it removes one.
 * @returns undefined if the text contains a template that only Terraform can evaluate
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences-1
 * @example
 * unescapeText('costs $${amount} (%%{x})'); // 'costs ${amount} (%{x})'
 * unescapeText('costs ${var.amount}'); // undefined
 */
export function unescapeText(text: string): string | undefined {
  if (/(?<!\$)\$\{|(?<!%)%\{/.test(text)) return undefined;
  return text.replaceAll('$${', () => '${').replaceAll('%%{', '%{');
}
