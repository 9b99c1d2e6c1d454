import { deploySuite } from './deploySuite';

deploySuite('tofu');
