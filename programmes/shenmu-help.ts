/** The rules in plain language (R20), each with its clause. */
export const rules: { question: string; answer: string; clause: string }[] = [
  { question: '谁有消费券？', answer: '参加城乡居民医保或职工医保的神木居民，每人一份，不用抢，也不用申请。', clause: '五（一）' },
  { question: '一份有多少？', answer: '5 张，每张 40 元，共 200 元。', clause: '七（二）' },
  { question: '怎么用？', answer: '到参加活动的实体店，结账时出示消费券付款码，请收银员扫。账单每满 40 元用 1 张。', clause: '八（二）、九' },
  { question: '能找零吗？', answer: '不找零，不兑现金，也不能给会员卡充值。可以和店里的打折一起用。', clause: '八（二）' },
  { question: '用到什么时候？', answer: '每张券上印着日期，最晚到活动结束那天。过期作废，不补。', clause: '七（三）、八（三）' },
  { question: '哪些店能用？', answer: '“用券商户”里的店都能用，分住宿餐饮、商场百货、文化旅游三类。', clause: '四、六' },
  { question: '退货怎么办？', answer: '退货时券退回您的券包，可以再用，不退现金。', clause: '八（二）' },
  { question: '名字、身份证号或手机号不对怎么办？', answer: '带身份证去您所在镇街的服务点，当场核对。', clause: '十（八）' },
]

/** What residents should know about messages: genuine ones are told from false ones. */
export const messageAdvice =
  '我们只在这里通知您，不发链接，也不会来电索要验证码。收到带链接的短信，请不要点开，可打服务点电话核实。'
