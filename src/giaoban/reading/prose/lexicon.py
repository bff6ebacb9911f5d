"""Which words of official prose tell a result, a shortfall, a cause, an order, a request, and who is above whom?

Everything is matched against text in one spelling. These are words of the
language of offices, not of any document.
"""

from __future__ import annotations

import re


def _any(*words: str, before: str = r"(?<!\w)", after: str = r"(?!\w)") -> re.Pattern[str]:
    return re.compile(before + "(?:" + "|".join(words) + ")" + after)


# ---------------------------------------------------------------- who

ABOVE = (
    r"(?:chính phủ|thủ tướng|quốc hội|trung ương|bộ (?!phận|tiêu|hồ|mặt|máy|chỉ)|các bộ|tỉnh|thành phố|tp|hđnd|ubnd (?:tỉnh|"
    r"thành phố|tp|huyện|quận)|cấp trên|cấp có thẩm quyền|nhà nước|tổng cục"
    r"|ngân hàng nhà nước|sở|lãnh đạo (?:tỉnh|thành phố|huyện))"
)
BELOW = (
    r"(?:các (?:\w+ ){0,2}?(?:xã|phường|huyện|quận|sở|ban|ngành|đơn vị|địa phương|cơ quan|phòng|chủ đầu tư|cấp|đồng chí|"
    r"tổ chức|tỉnh|bộ|nhà thầu|thành viên|đảng|tập đoàn|hội)|cấp ủy|đảng ủy|ubnd|sở [\w&]+|phòng |thủ trưởng"
    r"|người đứng đầu|chủ đầu tư|từng đồng chí|mỗi|văn phòng|công an|ban quản lý|kho bạc|chi cục|trung tâm|đơn vị|địa phương|"
    r"nhà thầu|ban chỉ đạo|mttq|ban (?!hành)|thường trực|các tổ dân phố|tổ dân phố|tdp|các thôn|các khu phố|các trường|"
    r"mặt trận|bộ chỉ huy|đoàn thanh niên|hội )"
)
LEADER = (
    r"(?:bí thư|chủ tịch|thủ tướng|bộ trưởng|thứ trưởng|giám đốc|trưởng ban|trưởng phòng|chủ trì|thường trực|ban thường vụ|"
    r"lãnh đạo|ubnd (?:tỉnh|thành phố|tp|huyện)|chính phủ|cục trưởng|trưởng đoàn|tỉnh ủy|thành ủy|kết luận)"
)
LOWER_RANK = (
    r"(?:huyện|quận|xã|phường|cử tri|đại biểu|doanh nghiệp|người dân|bà con|nhân dân|hợp tác xã|chủ đầu tư|nhà thầu|"
    r"ban quản lý|đơn vị|địa phương|hiệp hội|cục|chi cục|sở|công ty)"
)

# ---------------------------------------------------------------- asking and ordering

PLEADS = re.compile(r"(?<!hồ sơ )(?<!văn bản )(?<!công văn )(?<!đơn )(?<!\w)đề nghị(?! được| của| công nhận| xét)(?!\w)")
ASKS = _any(
    "kiến nghị(?! của| được| đã được)", "đề xuất(?! của)", "mong(?: muốn| được| rằng| các)?", "nên cho", "muốn(?! vươn| biết)",
    "cần có cơ chế", "đề đạt", "tờ trình đề nghị", "kính đề nghị",
    "(?<!đã )xin (?:cơ chế|ý kiến|chủ trương|hỗ trợ|bổ sung|được|gia hạn|phép)", r"trình \w+ xem xét",
)  # fmt: skip
NO_ASKING = re.compile(
    r"(?:kịp thời|chủ động|rà soát,?|nghiên cứu,?|tham mưu,?|chỉ|tổng hợp,?|và|các giải pháp|để|đã|phải|giải quyết|trả lời|"
    r"tiếp thu|nhằm|xác định \w+, \w+ \w+ và)\s(?:các |những )?(?:kiến nghị|đề xuất)"
    r"|(?:kiến nghị|đề xuất)[^.;]{0,40}(?:đã được|được giải quyết)|không mong|chưa muốn|(?:^|,\s)muốn |phấn đấu hoàn thành"
)
UP_NEEDS = re.compile(r"^[\s\"“]*(?:thành phố|tp|trung ương|chính phủ|nhà nước|quốc hội|bộ \w+(?: \w+)?) (?:cần|nên)(?! thiết)")
MODAL = _any("cần(?! thiết)", "nên", "ưu tiên", "phải", "sớm", "đề xuất")
MUST = _any("cần(?! thiết| được| gần| hơn| \\d)", "phải(?! chăng| chịu| dừng| ngừng| bỏ| rẽ)", "không được", "tuyệt đối")
SPEAKS = re.compile(rf"{LEADER}[^.:;]{{0,80}}?(?:yêu cầu|cho rằng|nhấn mạnh|chỉ rõ|kết luận|lưu ý|chỉ đạo|quán triệt|:)")
ORDERS = re.compile(
    rf"(?<!\w)(?:yêu cầu (?:\w+ ){{0,2}}?{BELOW}|(?<!được )(?<!bàn )giao (?!ban )(?:cho |nhiệm vụ cho )?(?:{BELOW}|bộ |"
    rf"đồng chí)|phân công|lưu ý (?:{BELOW}|một số)|đôn đốc {BELOW}|phê bình|nghiêm cấm|tuyệt đối không)"
)
DUTY = re.compile(
    rf"(?<!\w){BELOW}[^.;:]{{0,140}}?(?<!\w)(?:cần(?! thiết| có cơ chế)|phải(?! chăng| chịu| đối| dừng| ngừng| bỏ| rẽ)|"
    rf"có trách nhiệm|chủ động|tập trung|khẩn trương|bám (?:sát|vào|khung)|định kỳ|chịu trách nhiệm|nghiêm túc|tăng cường"
    r"|đẩy nhanh|đẩy mạnh|rà soát|chủ trì)(?!\w)"
)
HEADS = re.compile(
    r"^[\s\"“(+*•–-]*(?:\(?\d{1,2}(?:\.\d{1,2}){0,2}[.)]\s*|[a-zđ][.)]\s*|[ivx]{1,4}\.\s*)?(?:[-+]\s*)?(?:(?:trong đó|"
    r"bên cạnh đó|đồng thời|ngoài ra|đặc biệt|cùng với đó|về \w+(?: \w+){0,4}|trước mắt|thời gian tới|từ nay đến cuối năm|"
    r"trên cơ sở[^,;]{1,140}|theo đó|nhất là),?\s)*"
    r"(?:tiếp tục|tập trung|rà soát|đẩy mạnh|đẩy nhanh|tăng cường|chủ trì|chủ động|phối hợp|tổng hợp|thực hiện|triển khai|"
    r"hướng dẫn|khẩn trương|chú trọng|nâng cao|bảo đảm|đảm bảo|xây dựng|kiểm tra|định kỳ|báo cáo|chỉ đạo|nghiêm túc|tham mưu|"
    r"nhận diện|chỉ (?:đề xuất|bố trí|trình)"
    r"|quán triệt|bố trí|theo dõi|đôn đốc|kịp thời|kiên quyết|quyết liệt|phát huy|làm tốt|hoàn thiện|hoàn thành|quan tâm|giao|"
    r"yêu cầu|chuẩn bị|xử lý|giải quyết|thường xuyên|phấn đấu|siết chặt|duy trì|khắc phục|mở rộng|ưu tiên|huy động|tham gia|"
    r"đổi mới|cải thiện|khai thác"
    r"|thúc đẩy|bám sát|nghiên cứu|cụ thể hóa|tuyên truyền|tạo điều kiện|không để|vận động|củng cố|gắn (?:việc|với)|"
    r"rút kinh nghiệm|đồng ý|thống nhất|cho chủ trương|đối với các)(?!\w)"
)
AIMS = _any(
    "phấn đấu", "đặt mục tiêu", "mục tiêu (?:đến|hoàn thành|là|trong)", "quyết tâm",
    "sẽ (?:tập trung|tiếp tục|đẩy mạnh|tăng cường|phấn đấu)", "tập trung nâng cao",
)  # fmt: skip

# ---------------------------------------------------------------- judging

REASON = _any("nguyên nhân(?! khách| vụ)", "lý do", "lý giải", "rào cản", "điểm nghẽn", "nút thắt")
CAUSE = _any(
    r"gặp (?:\w+ ){0,2}khó khăn", "khó khăn", "vướng mắc", "vướng",
    r"do (?:đó )?(?!đó)(?:\w+ ){0,4}?(?:thiếu|chưa|chậm|ảnh hưởng|dịch|không đủ|không có|bị|hạn chế|tác động|biến động|mưa|bão|"
        r"giá)", "do ảnh hưởng",
    "ảnh hưởng (?:nặng nề|lớn|tiêu cực|của|bởi|không nhỏ|xấu)", "(?<!hộ )bị ảnh hưởng", "tác động (?:mạnh|của dịch|tiêu cực|xấu)",
    "thiếu (?:vốn|kinh phí|nguồn|nhân lực|vật liệu|đất|giáo viên|thuốc|cơ chế|hướng dẫn|cán bộ|mặt bằng)",
    "không đủ (?:lực|vốn|kinh phí|nguồn|năng)", "chờ (?:hướng dẫn|phê duyệt|văn bản)", "chưa có hướng dẫn", "gián đoạn", "thách thức",
    r"phát sinh (?:\w+ ){0,2}(?:vấn đề|pháp lý)", "chồng chéo", "nặng nề", "bất cập",
    r"dẫn đến (?:\w+ ){0,5}(?:chậm|khó|phức tạp)", "không chịu", "chưa dám", r"chịu (?:\w+ ){0,2}?(?:tác động|ảnh hưởng)", "khan hiếm",
    "ngưng trệ", "tê liệt", "đóng cửa", "bị thiếu", "cầm chừng", "đứt gãy",
    r"khiến (?:\w+ ){0,6}(?:giảm|chậm|khó|thiếu|hụt|ùn)", "không có (?:mặt bằng|vốn|kinh phí|đất|nguồn|cán bộ)", "bị ách", "cản trở",
    "ách tắc", "bế tắc", "lo lắng", "sức ép", "áp lực", "không đồng nhất", "chưa thống nhất",
    "thủ tục (?:còn )?(?:rườm rà|phức tạp|kéo dài)", "không bền vững", "ỷ lại", "chưa đồng thuận", "không đồng thuận", "trầm lắng",
    "trượt giá",
)  # fmt: skip
WANTING = _any(
    r"chưa (?!từng|kể|bao giờ|đầy|tính|bao gồm)\w+",
    "còn (?:chậm|thiếu|hạn chế|thấp|yếu|nhiều hạn chế|tồn tại|tình trạng|lúng túng|bất cập|dở dang|vướng|ít|để xảy ra)",
    "chậm(?! nhất)(?: tiến độ| so| trễ|,)?", "thấp hơn", "chỉ đạt", "mới đạt",
    "mới chỉ", "chỉ mới", "chỉ có", "chỉ còn", r"mới (?:\w+ ){1,8}?được", "đạt thấp", "hạn chế", r"thiếu \d+", "tồn tại", "hụt",
    "không đạt", "không hoàn thành", "khó (?:đạt|hoàn thành|có thể đạt)", "dưới mức", "xuống cấp", "ì ạch",
    "giậm chân", "dậm chân", "dở dang", "đình trệ", "trì trệ", "ùn tắc", "tắc nghẽn", "lãng phí", "bỏ hoang", "bỏ không", "nhếch nhác",
    "tụt", "rớt", "yếu kém", "kém hiệu quả", "thua lỗ", "giảm sâu", "giảm mạnh", "sụt giảm", "giảm dần",
    "(?:xu hướng|đều|lại|tiếp tục) giảm", "nợ đọng", "quá hạn", "trễ hạn", "án binh bất động", "nửa chừng", "thất thoát", "sai phạm",
    "có vi phạm", "dấu hiệu vi phạm", "ô nhiễm", "thiệt hại", "mất an toàn", "bỏ dở", "dừng lại",
    "để không", "không thể", "không hiệu quả", "kéo dài nhiều năm", "đứng cuối", "thấp nhất", "kém nhất",
)  # fmt: skip
OVERCOME = re.compile(
    r"(?<!\w)(?:khắc phục|tháo gỡ|giải quyết|vượt qua|xử lý|hỗ trợ|phòng,? chống|chia sẻ|nhận diện|dự báo|nắm bắt|giảm|hạn chế|"
    r"ngăn chặn|chấm dứt|xóa|không để|không bị|trong bối cảnh|dù|mặc dù|bất chấp|vượt)(?!\w)[^.;]{0,30}?"
    r"(?:khó khăn|vướng mắc|hạn chế|tồn tại|thiệt hại|gián đoạn|ảnh hưởng|ô nhiễm|hậu quả|thách thức|bất cập|chậm|vi phạm|"
    r"nợ đọng|ùn tắc)(?:,? (?:vướng mắc|tồn tại|hạn chế|thách thức))*"
    r"|(?:nếu có|từ \d+[^.;]{0,12} xuống còn)"
)
PURPOSE = re.compile(r"(?<!\w)(?:để(?! không| xảy ra| lại)|nhằm|góp phần|giúp|qua đó)(?!\w)[^,;.]{3,200}")
FALLS = re.compile(r"(?<!\w)giảm (?:\w+ ){0,2}?[\d]")
GOOD_FALL = _any(
    "hộ nghèo",
    "cận nghèo",
    "tai nạn",
    "tội phạm",
    "vi phạm",
    "số vụ",
    "người chết",
    "bị thương",
    "thất nghiệp",
    "nợ",
    "tồn đọng",
    "ô nhiễm",
    "thời gian",
    "thủ tục",
    "chi phí",
    "ca mắc",
    "dịch bệnh",
    "phạm pháp",
    "khiếu nại",
    "hao hụt",
)
DONE = _any(
    "đạt", "vượt", "tăng(?! cường)", "hoàn thành", "hiệu quả", "tích cực", "nổi bật", "khởi sắc", "chuyển biến", "giữ vững", "ổn định",
    "đảm bảo", "bảo đảm", "thành công", "dẫn đầu", "đứng đầu", "cao nhất", "được tăng cường", "được nâng", "khả quan",
    "đưa vào (?:sử dụng|khai thác|vận hành)", "phát huy", "cải thiện", "duy trì", "ghi nhận", "biểu dương", "giải ngân được",
    "thu được", "thu ngân sách", "xuất siêu", "phục hồi", "hồi phục", "xong", "nhanh", "cao hơn", "đúng tiến độ",
    "thu hút", "đáp ứng", "giảm còn", "bàn giao", r"được (?:hơn |gần |trên )?\d", "được quan tâm", "được chú trọng", "được triển khai",
    "sôi nổi", "đồng bộ",
    "kịp thời", "thuận lợi", "đồng thuận", "khang trang",
    r"(?:đã|còn|cũng) (?:\w+ ){0,3}?(?:triển khai|tổ chức|giải quyết|đầu tư|hỗ trợ|xây dựng|chỉ đạo|thực hiện|giải ngân|"
        r"thu hút|tập trung|trồng|bàn giao|cấp|thu|kết nạp|thành lập|vận động|tuyên truyền|khắc phục|xử lý)",
)  # fmt: skip
NO_DONE = re.compile(
    r"(?<!\w)(?:điều chỉnh tăng|tăng vốn|(?:mục tiêu|chỉ tiêu|kế hoạch|phải|được công nhận|xã|trường) đạt(?: chuẩn)?|chưa đạt|"
    r"sẽ \w+|khung kế hoạch|quản lý và|chủ yếu phát sinh|tăng nguồn|cao hơn so với thực lực|chương trình [^,;.]{0,40}hiệu quả)"
)
RESULT = re.compile(r"\d[\d.,]*\s?(?:%|tỷ|tỉ|triệu|nghìn|ha|km|tấn|tiêu chí)")
PLAN_SAID = re.compile(
    r"(?<!\w)(?:nhiệm vụ thu|nhu cầu|chỉ tiêu|mục tiêu|tổng mức đầu tư|chuẩn)[^,;.]{0,60}? là \d|(?:điều chỉnh )?tăng vốn"
)
PAPER = _any(
    "ban hành", "đã ra", "có (?:văn bản|công văn|báo cáo)", "theo quy định", "căn cứ", "phê duyệt", "quy định", "biểu quyết", "như sau",
    "tham dự", "chủ trì hội nghị", "chủ trì cuộc họp", "phiên họp", "kỳ họp", "dự hội nghị", "diễn ra", "là dự án",
    "được giao làm chủ đầu tư", "thông qua chủ trương", "chủ yếu là", "quy mô", "gói thầu", "khung kế hoạch", "quan điểm",
)  # fmt: skip
MEETING = re.compile(
    r"^[\s\"“]*(?:(?:sáng|chiều|tối|trưa|hôm|ngày|mới đây|vừa qua|tại|trong phiên|"
    r"trong buổi)(?!\w)[^.;]{0,120}?)(?<!\w)(?:chủ trì|tổ chức (?:hội nghị|phiên|kỳ|cuộc|buổi|lễ)|buổi làm việc với|"
    r"dự hội nghị|khai mạc|bế mạc|họp|làm việc với)(?!\w)(?![^.;]*(?:cho biết|nhìn nhận|đánh giá|khó khăn|yêu cầu|đề nghị|"
    r"kiến nghị|nhấn mạnh))"
)
OPENS_ORDERS = re.compile(r"(?:kết luận|yêu cầu|chỉ đạo|giao nhiệm vụ|trách nhiệm|phân công)[^.;:]{0,60}:$")
OFFICE_FIRST = re.compile(rf"^\W*(?:\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}[.)]\s*|[a-zđ][.)]\s*)?{BELOW}")
HEADING = re.compile(r"^\W*(?:[ivx]{1,5}|[a-zđ]|\d{1,2}(?:\.\d{1,2}){0,2})[.)]\s[^.;:!?]{1,60}$")
TURN = _any("tuy nhiên", "nhưng", "song(?! song)", "bên cạnh những kết quả")
PAST = _any("đã", "vừa", "được (?:triển khai|thực hiện|các|quan tâm|đầu tư)", "đạt", r"tăng \d", r"bằng \d", r"giảm \d")
