/** The 6 sub-districts and 14 towns of Shenmu (R15). Positions of their centres, GCJ-02, two decimals: for sorting, not for finding a door. */
export const townships: { name: string; lat: number; lng: number }[] = [
  { name: '滨河新区街道', lat: 38.8207, lng: 110.4958 },
  { name: '西沙街道', lat: 38.8407, lng: 110.4858 },
  { name: '麟州街道', lat: 38.8407, lng: 110.5058 },
  { name: '迎宾路街道', lat: 38.8607, lng: 110.5058 },
  { name: '永兴街道', lat: 38.9005, lng: 110.6056 },
  { name: '西沟街道', lat: 38.8809, lng: 110.406 },
  { name: '高家堡镇', lat: 38.5606, lng: 110.2857 },
  { name: '店塔镇', lat: 38.9808, lng: 110.4759 },
  { name: '孙家岔镇', lat: 39.0609, lng: 110.3358 },
  { name: '大柳塔镇', lat: 39.2709, lng: 110.2257 },
  { name: '花石崖镇', lat: 38.4704, lng: 110.5656 },
  { name: '中鸡镇', lat: 39.1509, lng: 110.0258 },
  { name: '贺家川镇', lat: 38.5005, lng: 110.8159 },
  { name: '尔林兔镇', lat: 39.0607, lng: 109.9655 },
  { name: '万镇镇', lat: 38.2805, lng: 110.7359 },
  { name: '大保当镇', lat: 38.6605, lng: 109.9655 },
  { name: '马镇镇', lat: 38.6304, lng: 110.8758 },
  { name: '栏杆堡镇', lat: 38.8006, lng: 110.7359 },
  { name: '沙峁镇', lat: 38.5706, lng: 110.7359 },
  { name: '锦界镇', lat: 38.7307, lng: 110.1758 },
]

/** A service point for each township that says it is a demo. No line's number begins with 0, so the phones are nobody's. */
export const demoServicePoints = () =>
  townships.map(({ name }, township) => ({
    township,
    name: `${name}服务点（演示）`,
    address: `${name}办事大厅 1 号窗口`,
    hours: '8:30 至 18:00',
    phone: `0912-0000${100 + township}`,
  }))
