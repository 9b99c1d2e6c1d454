export { FEED_KINDS, type Feed, type FeedKind, feedPath, type WatchEvent } from './feed';
export { feedsOf } from './feedsOf';
export { type FeedSetting, feedText, PRODUCT } from './feedText';
