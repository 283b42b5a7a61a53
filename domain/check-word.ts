// 128 characters everybody reads at a glance and nobody mistakes for one another; two of them stand on the phone and on the till.
const characters =
  '春山河日月星云风雨雪花草木林竹松梅兰菊桃李杏枣麦米面豆瓜果茶酒盐糖牛马羊鸡鱼鸟虎龙凤龟鹿燕鹤' +
  '红黄蓝绿青白黑紫金银铜铁石玉珠田园村庄城门窗灯火炉锅碗盆刀笔纸书画琴棋鼓钟船车桥路井泉江湖海天' +
  '东西南北中上下左右大小长短高低平安福喜和乐明亮新暖甜'

/** The number of different characters, a power of two is not needed: the bias of a byte pair over it is below 0.3 %. */
const size = [...characters].length

/** Two characters from at least 4 bytes of a digest of the trade number. */
export function checkWordFrom(digest: Uint8Array): string {
  const pick = (offset: number): string => {
    const value = ((digest[offset] ?? 0) << 8) | (digest[offset + 1] ?? 0)
    return [...characters][value % size] ?? ''
  }
  return pick(0) + pick(2)
}
