import * as z from 'zod';
import { id } from './id';
import { text } from './text';
import { localDate } from './time';

/** A day of `holidays/YYYY.yaml`. */
export const holiday = z.strictObject({
  id: id.describe('Shared by all days of one holiday, in every year'),
  name: text(100).describe('Name of the holiday'),
  date: localDate.describe('The day itself; replacement days are computed'),
  status: z.enum(['gazetted', 'expected']).describe('gazetted: published; expected: may still move'),
});

/** `holidays/YYYY.yaml`. */
export const holidays = z.array(holiday).describe('Public holidays of one year');
