import { deploySuite } from './deploySuite';

deploySuite('terraform');
