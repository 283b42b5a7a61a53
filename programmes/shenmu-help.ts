/** The rules in plain language (R20), each with its clause. */
export const rules: { question: string; answer: string; clause: string }[] = [
  {
    question: '谁有消费券？',
    answer: '参加城乡居民医保或职工医保的神木居民，每人一份，不用抢，也不用申请。两种医保都参加的，也是一份。',
    clause: '五（一）、七（一）',
  },
  { question: '一份有多少？', answer: '5 张，每张 40 元，共 200 元。', clause: '七（二）' },
  { question: '怎么用？', answer: '到参加活动的实体店，结账时出示消费券付款码，请收银员扫。账单每满 40 元用 1 张。', clause: '八（一）（二）、九' },
  { question: '一张账单能用几张？', answer: '每满 40 元用 1 张。比如账单 85 元，最多用 2 张，抵 80 元，剩下的 5 元另付。', clause: '九' },
  { question: '能找零吗？', answer: '不找零，不兑现金，也不能给会员卡充值。可以和店里的打折一起用。', clause: '八（二）' },
  { question: '用到什么时候？', answer: '每张券上印着日期，最晚到活动结束那天。过期作废，不补。', clause: '三、七（三）、八（三）' },
  { question: '哪些店能用？', answer: '“用券商户”里的店都能用，分住宿餐饮、商场百货、文化旅游三类，一张券三类店都能用。', clause: '四、六' },
  { question: '企业发的券一样用吗？', answer: '一样用。券上写着是谁出的钱。', clause: '五（三）' },
  { question: '退货怎么办？', answer: '退货时券退回您的券包，可以再用，不退现金。', clause: '八（二）' },
  { question: '名字、身份证号或手机号不对怎么办？', answer: '带身份证去您所在镇街的服务点，当场核对。', clause: '十（八）' },
  { question: '店家让我拿券换现金，可以吗？', answer: '不可以。这样的店查实后列入失信名单，不能再收券。请打服务点电话反映。', clause: '八（二）、十一（二）' },
]

/** What residents should know about messages: genuine ones are told from false ones. */
export const messageAdvice = '我们只在这里通知您，不发链接，也不会来电索要验证码。收到带链接的短信，请不要点开，可打服务点电话核实。'
