"""Which words of official prose tell a result, a shortfall, or a cause, and which turn a judgement round?

What falls may be good or bad: that hangs on the thing that falls. What is overcome,
or only wished for, is neither wanting nor done.
"""

from __future__ import annotations

import re

from giaoban.reading.prose.lexicon import BELOW, any_of

REASON = any_of(
    "nguyên nhân(?! khách| vụ)",
    "lý do",
    "sở dĩ",
    "trở ngại",
    "cái khó",
    "khó khăn (?:lớn )?nhất",
    "khó khăn nữa",
    "vướng nhất",
    "lý giải",
    "rào cản",
    "điểm nghẽn",
    "nút thắt",
)
CAUSE = any_of(
    r"gặp (?:\w+ ){0,2}khó(?: khăn)?",
    "khó khăn(?<!đặc biệt khó khăn)(?<!hoàn cảnh khó khăn)(?<!gia đình khó khăn)(?<!vùng khó khăn)(?<!hộ khó khăn)",
    "vất vả", "khổ sở", "điêu đứng", "lao đao", "nguy cơ", "phá sản", "bỏ trốn", "chây ỳ", "không có khả năng", "ngừng hoạt động",
    "thiếu hụt",
    r"thiếu(?<!không thể thiếu)(?<!còn thiếu)(?! nhi| niên| tá| tướng| úy| \d|,)(?: rất| khá| gần| hơn)?(?: \w+)?", "hạn hẹp", "eo hẹp",
    "lúng túng", "không đồng ý", "chưa đồng ý", "khiếu nại",
    "khó (?:tuyển|thu hút|tiếp cận|thu hồi|giải phóng|triển khai|thực hiện|tìm|kêu gọi)", "lực lượng mỏng", "mỏng", "sợ sai", "e ngại",
    "đùn đẩy", "né tránh",
    "thiếu (?:đơn hàng|lao động|nước|điện|thiết bị|trang thiết bị|máy móc|bác sĩ|nhà thầu|phòng học|kinh nghiệm|quỹ đất|tài sản)",
    r"(?:khiến|làm)(?: cho)? (?:\w+ ){0,5}(?:sạt lở|ách|khó|lúng túng|đình trệ|gián đoạn|tăng cao|trễ|kéo dài|bị động|hư hỏng|thiệt hại)",
    r"ảnh hưởng (?:trực tiếp |không nhỏ |rất )?(?:đến|tới) (?:\w+ ){0,3}(?:tiến độ|thi công|sản xuất|sinh hoạt|việc|công tác|hoạt động|"
    r"kết quả|thu|đời sống|tâm lý)", "vướng mắc", "vướng",
    r"do (?:đó )?(?!đó)(?:\w+ ){0,4}?(?:thiếu|chưa|chậm|ảnh hưởng|dịch|không đủ|không có|bị|hạn chế|tác động|biến động|mưa|bão|"
        r"giá)", "do ảnh hưởng",
    "ảnh hưởng (?:nặng nề|lớn|tiêu cực|của|bởi|không nhỏ|xấu)", "(?<!hộ )bị ảnh hưởng", "tác động (?:mạnh|của dịch|tiêu cực|xấu)",
    "thiếu (?:vốn|kinh phí|nguồn|nhân lực|vật liệu|đất|giáo viên|thuốc|cơ chế|hướng dẫn|cán bộ|mặt bằng)",
    "không đủ", "chờ (?:hướng dẫn|phê duyệt|văn bản|ý kiến|thẩm định|điều chỉnh|bố trí)",
    "chưa có hướng dẫn", "gián đoạn", "thách thức",
    r"phát sinh (?:\w+ ){0,2}(?:vấn đề|pháp lý)", "chồng chéo", "nặng nề",
    r"dẫn đến (?:\w+ ){0,5}(?:chậm|khó|phức tạp)", "không chịu", "chưa dám", r"chịu (?:\w+ ){0,2}?(?:tác động|ảnh hưởng)", "khan hiếm",
    "ngưng trệ", "tê liệt", "đóng cửa", "bị thiếu", "cầm chừng", "đứt gãy",
    r"khiến (?:\w+ ){0,6}(?:giảm|chậm|khó|thiếu|hụt|ùn)", "không có (?:mặt bằng|vốn|kinh phí|đất|nguồn|cán bộ)", "bị ách", "cản trở",
    "ách tắc", "bế tắc", "lo lắng", "sức ép", "áp lực", "không đồng nhất", "chưa thống nhất", "chưa đồng bộ giữa", "tâm lý",
    r"thủ tục (?:\w+ ){0,5}?(?:rườm rà|phức tạp|kéo dài|mất nhiều thời gian)", "chưa được cấp phép",
    "chưa có (?:quy định|cơ chế|mặt bằng|nguồn|vốn)", "trông chờ", "không bền vững", "ỷ lại", "chưa đồng thuận", "không đồng thuận",
    "trầm lắng",
    "trượt giá",
)  # fmt: skip
WANTING = any_of(
    r"chưa (?!từng|kể|bao giờ|đầy|tính|bao gồm)\w+",
    r"còn (?:rất |khá |quá |nhiều |một số |những )?(?:chậm|thiếu|hạn chế|thấp|yếu|tồn tại|tình trạng|lúng túng|bất cập|dở dang|vướng|"
    r"ít|để xảy ra|lỏng lẻo|khoảng cách|phổ biến|chênh lệch|nhỏ lẻ|manh mún|hình thức|nhiều(?!\w))",
    r"(?:vẫn|còn|đang)(?: còn| đang)? (?:ở mức )?(?:rất |khá )?cao(?! hơn| nhất)", "không mấy", "bất thường", "hệ lụy", "gánh nặng",
    "ngưng (?:xây|khởi|hoạt|thi)", "chưa vững chắc", "thiếu thốn",
    "bất cập", "dang dở", "lỏng lẻo", "buông lỏng", "bức xúc", "đáng lo ngại", "lo ngại", "mất vệ sinh", "nhưng không", "cỏ mọc",
    r"mới có (?:\w+ ){0,2}?\d",
    r"mới (?:thực hiện|hoàn thành|giải ngân|xong|thu|triển khai)(?: được)? (?:\w+ ){0,2}?\d", "đứng yên", "nằm im", "trễ hẹn", "lỡ hẹn",
    "thụt lùi", "tụt hạng",
    r"giảm (?:\d+ )?(?:bậc|hạng)", "chưa được", "không được (?:sửa|bảo|đầu|quan|xử|duy)", "sai sót",
    "thiếu (?:quyết liệt|đồng bộ|trách nhiệm|chủ động|chặt chẽ)",
    r"(?:vẫn )?còn \d+ (?:\w+ ){1,8}?(?:chưa|chậm|dưới|chỉ|thấp|chưa đạt)",
    r"chỉ (?!tiêu|số|thị|đạo|huy|tính|dẫn|ra |rõ)(?:\w+ ){0,4}?(?:đạt|thu được|giải ngân|bằng|hoàn thành|thực hiện được)",
    r"(?:rất )?khó (?:có thể |mà )?(?:thực hiện|đạt|hoàn thành|khả thi)", "chậm(?! nhất)(?: tiến độ| so| trễ|,)?", "thấp hơn", "chỉ đạt",
    "mới đạt",
    "mới chỉ", "chỉ mới", "chỉ có", "chỉ còn", r"mới (?:\w+ ){1,8}?được", "đạt thấp", "hạn chế", r"thiếu \d+", "tồn tại", "hụt",
    "không đạt", "không hoàn thành", "khó (?:đạt|hoàn thành|có thể đạt)", "dưới mức", "xuống cấp", "ì ạch",
    "giậm chân", "dậm chân", "dở dang", "đình trệ", "trì trệ", "ùn tắc", "tắc nghẽn", "lãng phí", "bỏ hoang", "bỏ không", "nhếch nhác",
    "tụt", "rớt", "yếu kém", "kém hiệu quả", "thua lỗ", "giảm sâu", "giảm mạnh", "sụt giảm", "giảm dần",
    "(?:xu hướng|đều|lại|tiếp tục) giảm", "nợ đọng", "quá hạn", "trễ hạn", "án binh bất động", "nửa chừng", "thất thoát", "sai phạm",
    "có vi phạm", "dấu hiệu vi phạm", "ô nhiễm", "thiệt hại", "mất an toàn", "bỏ dở", "dừng lại",
    "để không", "không thể", "không hiệu quả", "kéo dài nhiều năm", "đứng cuối", "thấp nhất", "kém nhất",
)  # fmt: skip
TROUBLE = (
    "(?:khó khăn|vướng mắc|hạn chế|tồn tại|thiệt hại|gián đoạn|ảnh hưởng|ô nhiễm|hậu quả|thách thức|bất cập|chậm|vi phạm|nợ đọng|ùn tắc|"
    "lãng phí|thất thoát|thất thu|dàn trải|manh mún|tình trạng|sai sót|tiêu cực)"
    "(?:,? (?:vướng mắc|tồn tại|hạn chế|thách thức|manh mún|lãng phí|thất thoát|tiêu cực))*"
)
MASTERS = (
    "khắc phục", "tháo gỡ", "giải quyết", "vượt qua", "xử lý", "hỗ trợ", "phòng,? chống", "chia sẻ", "nhận diện", "dự báo", "nắm bắt",
    "giảm", "hạn chế", "tránh", "chống", "phòng ngừa", "ngăn chặn", "chấm dứt", "xóa", "không để", "không bị", "trong bối cảnh", "dù",
    "mặc dù", "bất chấp", "vượt",
)  # fmt: skip
OVERCOME = any_of(
    *(rf"{verb}(?!\w)[^.;]{{0,30}}?{TROUBLE}" for verb in MASTERS),
    "giảm (?:dần )?tỷ trọng (?:khu vực |ngành )?nông[^,;.]*",
    "sau (?:chuỗi|thời gian|nhiều|những|giai đoạn)[^,;.]{0,40}khó khăn",
    "nếu có", r"từ \d+[^.;]{0,12} xuống còn", after="",
)  # fmt: skip
PURPOSE = any_of(r"(?:để(?! không| xảy ra| lại)|nhằm|(?:để|nhằm) (?:góp phần|giúp|qua đó))(?!\w)[^,;.]{3,200}?(?= là |[,;.]|$)", after="")
FALLS = any_of(r"giảm (?:\w+ ){0,2}?[\d]", after="")
BAD_RISE = any_of(
    r"(?:tai nạn|tội phạm|vi phạm|nợ (?:thuế|đọng|xấu|bảo hiểm)|bỏ học|hộ nghèo|thất nghiệp|ca (?:mắc|bệnh)|số vụ cháy|cháy|"
    r"khiếu nại|trễ hạn|"
    r"tồn đọng|ô nhiễm|tái nghèo|sâu bệnh|dịch bệnh|thiệt hại|giá (?:vật liệu|nguyên liệu|xăng dầu|cát)|số người (?:chết|bị thương)|"
    r"sinh con thứ|ma túy|"
    r"doanh nghiệp (?:giải thể|tạm ngừng)|tạm ngừng)(?!\w)[^.;]{0,70}?(?<!\w)(?:tăng(?! cường)(?! trưởng)|gia tăng|diễn biến phức tạp|"
    r"phát sinh)(?!\w)",
    after="",
)
GOOD_FALL = any_of(
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
    "trễ hạn",
    "tỷ suất sinh",
    "tử vong",
    "bỏ học",
    "số người chết",
    "thiệt hại",
    "cháy",
    "tồn kho",
    "tiêu hao",
    "đầu mối",
    "biên chế",
    "lạm phát",
    "tạm ngừng",
    "giải thể",
    "giảm vốn",
    "mức thu",
    "giảm thuế",
    "giảm phí",
)
DONE = any_of(
    "đạt", "vượt", "tăng(?! cường)", "hoàn thành", "hiệu quả", "tích cực", "nổi bật", "khởi sắc", "chuyển biến", "giữ vững", "ổn định",
    "đảm bảo", "bảo đảm", "thành công", "dẫn đầu", "đứng đầu", "cao nhất", "được tăng cường", "được nâng", "khả quan",
    "đưa vào (?:sử dụng|khai thác|vận hành)", "phát huy", "cải thiện", "duy trì", "ghi nhận", "biểu dương", "giải ngân được",
    "thu được", "thu ngân sách", "xuất siêu", "phục hồi", "hồi phục", "xong", "nhanh", "cao hơn", "đúng tiến độ",
    "thu hút", "đáp ứng", "giảm còn", "bàn giao", r"được (?:hơn |gần |trên )?\d", "được quan tâm", "được chú trọng", "được triển khai",
    "sôi nổi", "đồng bộ",
    "kịp thời", "thuận lợi", "đồng thuận", "khang trang", "chu đáo", "nhân rộng", "lan tỏa", "thông thoáng", "nề nếp", "rút ngắn",
    "về đích",
    r"thay đổi (?:\w+ )?(?:rõ|tích|căn|mạnh|lớn|từng)\w*", "đổi thay", "phát triển (?:toàn diện|mạnh|khá|tốt|nhanh|bền|rộng|đa)",
    "kiểm soát (?:tốt|chặt|hiệu|được)",
    "sạch đẹp", "(?:tốt|đẹp|nhanh|cao|thuận tiện|hiện đại) hơn", "ngày càng (?:được|tốt|nâng|phát|khởi|hoàn|đi vào|cao|khang|phong)",
    "hưởng ứng", "đồng tình", "phấn khởi",
    "vui mừng", "hài lòng", "tin tưởng", "trao (?:tặng|\\d)", "khen thưởng", "tuyên dương", "đón nhận", "đạt giải", "hoàn tất",
    "khánh thành", "thông xe",
    "đầy đủ", "chặt chẽ", "quyết liệt", "nghiêm túc", "sâu rộng", "rộng khắp", "thường xuyên", "đúng quy định", "đúng hạn", "trước hạn",
    "bài bản", "nhộn nhịp", "phong phú",
    "(?:kinh tế|sản xuất|dịch vụ|đô thị|du lịch|thương mại|công nghiệp|nông nghiệp|phong trào|đời sống)(?: [^\\W\\d]+){0,3}? phát triển",
    "được (?:đầu tư|xây dựng|nâng cấp|mở rộng|sửa chữa|trang bị|hình thành|chỉnh trang|đổi mới|hỗ trợ)",
    "(?:đã|căn bản|cơ bản|được) hoàn thiện", "(?:đời sống|thu nhập|chất lượng|nhận thức|dân trí)[^.;]{0,50} nâng cao", "nâng tổng số",
    "(?:đã |vừa )?công nhận \\d", "(?:đã |vừa |được )(?:\\w+ ){0,3}?công nhận", "góp phần", "tạo việc làm", "thu nhập ổn định",
    "giúp (?:người|bà con|nông dân|hệ thống|các|nhiều|địa phương|cho|nhân dân|doanh nghiệp|học sinh)", "mô hình mới", "thành quả",
    "điển hình", "minh bạch", "góp phần quan trọng", "diện mạo mới", "lớn mạnh", "không còn (?:hộ|xã|thôn|nợ|tình trạng)", "đi đúng",
    "đúng hướng",
    "xứng đáng", "được mùa", "được giá", "bứt phá", "rõ nét", "rõ rệt", "tích cực", "đi vào nền nếp", "đi vào hoạt động", "đột phá",
    "điểm sáng", "ấn tượng", "kỷ lục", "được giữ",
    "giữ đà", "tiếp tục (?:phát triển|tăng|giữ|được (?:quan|duy|nâng|đẩy|cải|tăng|mở|giữ|củng|triển|chú|phát)|duy trì|ổn định|"
    "có chuyển)", "đáng mừng", "đáng ghi nhận", "thành tích",
    "kết quả tốt", "xuất sắc", "tiêu biểu", "đi đầu",
    "nâng lên", "nâng cao (?:rõ|đáng)", "cải thiện",
    "được (?:kiên cố|bê tông|cứng hóa|tu bổ|tôn tạo|chăm lo|chăm sóc|đáp ứng|giải quyết|xử lý|khắc phục|công nhận|xếp)", "sum suê",
    "an toàn",
    r"(?:đã|còn|cũng) (?:\w+ ){0,3}?(?:trao|nhận|mở|tặng|nâng cấp|lắp|huy động|đào tạo|giảm|tạo|đạt|ký|phát|làm|đưa|mang lại|giúp|góp|"
    r"xóa|tháo gỡ|chuyển|khám|ra mắt|triển khai|tổ chức|giải quyết|đầu tư|hỗ trợ|xây dựng|chỉ đạo|thực hiện|giải ngân|"
        r"thu hút|tập trung|trồng|bàn giao|cấp|thu|kết nạp|thành lập|vận động|tuyên truyền|khắc phục|xử lý)",
)  # fmt: skip
NO_DONE = any_of(
    r"(?:điều chỉnh tăng|tăng vốn|(?:mục tiêu|chỉ tiêu|kế hoạch|phải|được công nhận|xã|trường) đạt(?: chuẩn)?|chưa đạt|"
    r"sẽ \w+|khung kế hoạch|quản lý và|chủ yếu phát sinh|tăng nguồn|cao hơn so với thực lực|chương trình [^,;.]{0,40}hiệu quả)",
    after="",
)
RESULT = re.compile(r"(?<![\d.,])\d[\d.,]*+\s?(?:%|tỷ|tỉ|triệu|nghìn|ha|km|tấn|tiêu chí)")
PLAN_SAID = any_of(
    "(?:thông qua|biểu quyết)[^.;]{0,40}(?:nghị quyết|chỉ tiêu|kế hoạch)",
    r"giao (?:chỉ tiêu |kế hoạch )?dự toán[^.;]{0,90}? là \d+",
    *(f"{plan}[^,;.]{{0,60}}? là \\d+" for plan in ("nhiệm vụ thu", "nhu cầu", "chỉ tiêu", "mục tiêu", "tổng mức đầu tư", "chuẩn")),
    "điều chỉnh tăng vốn", "tăng vốn",
)  # fmt: skip
WELL = any_of(
    "giữ vững", "hiệu quả", "tích cực", "đúng tiến độ", "sôi nổi", "ổn định", "vượt", "chuyển biến", "nổi bật", "thành công", "khởi sắc",
    "cải thiện", "xuất sắc", "tốt", "khá", "đồng thuận", "thuận lợi", "rõ nét", "tăng trưởng", "nâng lên", "được đảm bảo", "được bảo đảm",
)  # fmt: skip
PAPER = any_of(
    "(?:được )?cấp (?:giấy|chủ trương)", "giới thiệu địa điểm", "được thành lập", "khởi công (?:từ|năm|vào)", "cấp phép (?:từ|năm)",
    "ban hành", "đã ra", "có (?:văn bản|công văn|báo cáo)", "theo quy định", "căn cứ", "phê duyệt",
    "quy định(?<!đúng quy định)(?<!đủ quy định)", "biểu quyết", "như sau",
    "tham dự", "chủ trì hội nghị", "chủ trì cuộc họp", "phiên họp", "kỳ họp", "dự hội nghị", "diễn ra", "là dự án",
    "được giao làm chủ đầu tư", "theo (?:nghị quyết|kế hoạch|quyết định|chương trình|đề án) (?:số|của|\\d)", "thông qua chủ trương",
    "chủ yếu là", "quy mô", "gói thầu", "khung kế hoạch", "quan điểm",
)  # fmt: skip
CHAIRS = any_of(
    r"(?:(?:tham )?dự và chỉ đạo|phát biểu chỉ đạo tại|(?:chúc mừng|tặng hoa)|đã bầu|chủ trì(?: và kết luận)? (?:cuộc|buổi|"
    r"hội nghị|phiên|lễ|họp)|(?:đã )?(?:tham )?dự (?:hội nghị|buổi|cuộc|phiên|lễ|kỳ|có)|"
    r"trao đổi với (?:phóng viên|pv|báo)|phát biểu khai mạc|chào mừng|trả lời (?:kiến nghị|ý kiến|câu hỏi|chất vấn)|"
    r"(?:đã )?tiếp thu,? (?:và )?(?:giải trình|ghi nhận|lắng nghe)|lắng nghe(?: và)?,? tiếp thu|"
    r"đã làm việc với|đã đến thăm|họp nghe|họp để nghe|"
    r"đã có (?:buổi|cuộc) (?:làm việc|họp|tiếp xúc|kiểm tra)|sẽ được (?:tổng hợp|chuyển|\w+ đại biểu)|nhất trí với|góp ý (?:vào|cho|"
    r"tập trung)|nội dung (?:góp ý|thảo luận)|"
    r"giải trình (?:những |các |về )?(?:nội dung|ý kiến|kiến nghị)|ghi nhận đầy đủ|sẽ (?:tổng hợp|tiếp thu|chuyển|"
    r"báo cáo))(?!\w)",
    after="",
)
MEETING = re.compile(
    r"^[\s\"“]*(?:(?:sáng|chiều|tối|trưa|hôm|ngày|mới đây|vừa qua|tại|trong phiên|"
    r"trong buổi)(?!\w)[^.;]{0,120}?)(?<!\w)(?:chủ trì|tổ chức (?:hội nghị|phiên|kỳ|cuộc|buổi|lễ)|buổi làm việc với|"
    r"dự hội nghị|khai mạc|bế mạc|họp|làm việc với)(?!\w)(?![^.;]*(?:cho biết|nhìn nhận|đánh giá|khó khăn|yêu cầu|đề nghị|"
    r"kiến nghị|nhấn mạnh))"
)
OPENS_ORDERS = re.compile(r"(?:kết luận|yêu cầu|chỉ đạo|giao nhiệm vụ|trách nhiệm|phân công)[^.;:]{0,60}:$")
OFFICE_FIRST = re.compile(rf"^\W*(?:\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}[.)]\s*|[a-zđ][.)]\s*)?{BELOW}")
HEADING = re.compile(r"^\W*(?:[ivx]{1,5}|[a-zđ]|\d{1,2}(?:\.\d{1,2}){0,2})[.)]\s[^.;:!?]{1,60}$")
TURN = any_of("tuy nhiên", "nhưng", "song(?! song)", "bên cạnh những kết quả")
PAST = any_of("đã", "vừa", "được (?:triển khai|thực hiện|các|quan tâm|đầu tư)", "đạt", r"tăng \d", r"bằng \d", r"giảm \d")
