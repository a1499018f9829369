//! Names in many spellings: which are joined with nothing else known, and which are left apart.

use std::sync::Arc;

use dateline::events::Cues;
use dateline::events::alias::{romanise, same, surnames};

/// Two spellings of one name.
const SAME: [(&str, &str); 72] = [
    ("Kirill Dmitriev", "Kirill Dmitriyev"),
    ("Kirill Dmitriev", "Кирилл Дмитриев"),
    ("Yuri Ushakov", "Yury Ushakov"),
    ("Yuri Ushakov", "Юрий Ушаков"),
    ("Rustem Umerov", "Rustem Umjerov"),
    ("Rustem Umerov", "Rustem Umierov"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ("Volodymyr Zelensky", "Vladimir Zelensky"),
    ("Volodymyr Zelensky", "Володимир Зеленський"),
    ("Volodymyr Zelenskiy", "Wolodymyr Selenskyj"),
    ("Sergei Lavrov", "Sergey Lavrov"),
    ("Sergei Lavrov", "Сергей Лавров"),
    ("Dmitry Peskov", "Dmitri Peskov"),
    ("Dmitry Peskov", "Dmitriy Peskov"),
    ("Andriy Yermak", "Andrii Yermak"),
    ("Andriy Yermak", "Andrei Ermak"),
    ("Oleksandr Syrskyi", "Alexander Syrsky"),
    ("Valerii Zaluzhnyi", "Valery Zaluzhny"),
    ("Dmytro Kuleba", "Dmitry Kuleba"),
    ("Denys Shmyhal", "Denis Shmyhal"),
    ("Mykola Azarov", "Nikolai Azarov"),
    ("Viktor Yanukovych", "Viktor Yanukovich"),
    ("Yulia Tymoshenko", "Yuliya Timoshenko"),
    ("Petro Poroshenko", "Pyotr Poroshenko"),
    ("Arseniy Yatsenyuk", "Arseny Yatseniuk"),
    ("Alexei Navalny", "Aleksey Navalnyy"),
    ("Alexei Navalny", "Алексей Навальный"),
    ("Vladimir Putin", "Владимир Путин"),
    ("Dmitry Medvedev", "Дмитрий Медведев"),
    ("Mikhail Gorbachev", "Mikhail Gorbachov"),
    ("Nikita Khrushchev", "Nikita Khruschev"),
    ("Boris Yeltsin", "Boris Eltsin"),
    ("Fyodor Dostoevsky", "Fyodor Dostoyevsky"),
    ("Pyotr Tchaikovsky", "Petr Chaikovsky"),
    ("Anton Chekhov", "Антон Чехов"),
    ("Yevgeny Prigozhin", "Evgeny Prigozhin"),
    ("Ramzan Kadyrov", "Рамзан Кадыров"),
    ("Sergei Shoigu", "Sergey Shoygu"),
    ("Alexander Lukashenko", "Aliaksandr Lukashenka"),
    ("Muammar Gaddafi", "Moammar Gadhafi"),
    ("Muammar Gaddafi", "Muammar al-Qaddafi"),
    ("Saif al-Islam Gaddafi", "Seif al-Islam Kadhafi"),
    ("Bashar al-Assad", "Bashar Assad"),
    ("Osama bin Laden", "Usama bin Ladin"),
    ("Mahmoud Ahmadinejad", "Mahmud Ahmadinejad"),
    ("Mohammed Morsi", "Mohamed Morsi"),
    ("Hosni Mubarak", "Hosni Moubarak"),
    ("Ayman al-Zawahiri", "Ayman Zawahri"),
    ("Khaled Meshaal", "Khalid Meshaal"),
    ("Recep Tayyip Erdogan", "Recep Erdoğan"),
    ("Kim Jong Il", "Kim Jong-il"),
    ("Angela Merkel", "ANGELA MERKEL"),
    ("Gerhard Schröder", "Gerhard Schroeder"),
    ("Thomas Müller", "Thomas Mueller"),
    ("François Hollande", "Francois Hollande"),
    ("José Manuel Barroso", "Jose Barroso"),
    ("Nicolás Maduro", "Nicolas Maduro"),
    ("Nicos Anastasiades", "Nikos Anastasiades"),
    ("George W. Bush", "George Walker Bush"),
    ("John F. Kennedy", "John Kennedy"),
    ("Bill Clinton", "William Clinton"),
    ("Joe Biden", "Joseph Biden"),
    ("Steve Jobs", "Steven Jobs"),
    ("V. Putin", "Vladimir Putin"),
    ("Kyiv", "Kiev"),
    ("Odesa", "Odessa"),
    ("Kharkiv", "Kharkov"),
    ("Donbas", "Donbass"),
    ("Zaporizhzhia", "Zaporozhye"),
    ("Luhansk", "Lugansk"),
    ("European Union", "EU"),
    ("United Nations", "U.N."),
];

/// Two names that nothing but their letters brings together.
const DIFFERENT: [(&str, &str); 60] = [
    ("George Bush", "Laura Bush"),
    ("George W. Bush", "George H. Bush"),
    ("Bill Clinton", "Hillary Clinton"),
    ("Vladimir Putin", "Lyudmila Putina"),
    ("Anna Petrova", "Anna Petrov"),
    ("Ivan Petrov", "Ivan Petrova"),
    ("Alexander Ivanov", "Alexander Ivanova"),
    ("Sergei Ivanov", "Igor Ivanov"),
    ("Igor Ivanov", "Ivan Igorov"),
    ("Viktor Yushchenko", "Viktor Yanukovych"),
    ("Petro Poroshenko", "Petro Symonenko"),
    ("Kim Jong Il", "Kim Jong Un"),
    ("Kim Jong-un", "Kim Yo-jong"),
    ("Kim Il Sung", "Kim Jong Il"),
    ("Li Peng", "Li Keqiang"),
    ("Hu Jintao", "Wu Jintao"),
    ("Wen Jiabao", "Wang Jiabao"),
    ("Dmitry Medvedev", "Daniil Medvedev"),
    ("Alexei Navalny", "Yulia Navalnaya"),
    ("Alexei Navalny", "Oleg Navalny"),
    ("Vitali Klitschko", "Wladimir Klitschko"),
    ("Fidel Castro", "Raul Castro"),
    ("Hassan Rouhani", "Hassan Nasrallah"),
    ("Ali Khamenei", "Ruhollah Khomeini"),
    ("Ruhollah Khomeini", "Ruhollah Khamenei"),
    ("Bashar al-Assad", "Hafez al-Assad"),
    ("Saif Gaddafi", "Muammar Gaddafi"),
    ("Jean-Claude Trichet", "Jean-Claude Juncker"),
    ("Jean-Claude Juncker", "Jean-Marie Juncker"),
    ("Angela Merkel", "Angelina Merkel"),
    ("Michael Jackson", "Janet Jackson"),
    ("Michael Jackson", "Jesse Jackson"),
    ("Michael Brown", "Gordon Brown"),
    ("Gordon Brown", "Gordon Browne-Smith"),
    ("Donald Trump", "Ivanka Trump"),
    ("Donald Trump Jr", "Donald Trump"),
    ("Martin Luther King", "Martin Luther"),
    ("Tom Cruise", "Tom Cruz"),
    ("Ted Cruz", "Penelope Cruz"),
    ("David Cameron", "James Cameron"),
    ("Marine Le Pen", "Jean-Marie Le Pen"),
    ("Lindsay Lohan", "Lindsey Graham"),
    ("Paul Ryan", "Ryan Paul"),
    ("Putin", "Vladimir Putin"),
    ("Ushakov", "Usakova"),
    ("Umerov", "Umarov"),
    ("Doku Umarov", "Rustem Umerov"),
    ("Lee", "Li"),
    ("Ban Ki-moon", "Moon Jae-in"),
    ("Iran", "Iraq"),
    ("Niger", "Nigeria"),
    ("Austria", "Australia"),
    ("Slovakia", "Slovenia"),
    ("Mali", "Malta"),
    ("Dominica", "Dominican Republic"),
    ("Congo", "Kongsberg"),
    ("Kiev", "Kiel"),
    ("Guinea", "Guyana"),
    ("European Union", "African Union"),
    ("World Bank", "World Health Organization"),
];

#[test]
fn nine_of_ten_spellings_of_one_name_are_joined() {
    let missed: Vec<_> = SAME.iter().filter(|(a, b)| !same(a, b) || !same(b, a)).collect();
    assert!(missed.len() * 10 <= SAME.len(), "{} of {} missed: {missed:#?}", missed.len(), SAME.len());
}

#[test]
fn no_two_people_are_joined_without_context() {
    let joined: Vec<_> = DIFFERENT.iter().filter(|(a, b)| same(a, b) || same(b, a)).collect();
    assert!(joined.is_empty(), "{joined:#?}");
}

#[test]
fn cyrillic_is_romanised_by_one_table() {
    for (cyrillic, roman) in [
        ("Дмитриев", "Dmitriyev"),
        ("Щербаков", "Shcherbakov"),
        ("Хрущёв", "Khrushchyov"),
        ("Ельцин", "Yeltsin"),
        ("Зеленський", "Zelenskyy"),
        ("Київ", "Kyyiv"),
        ("Жуков", "Zhukov"),
        ("Юлия", "Yuliya"),
        ("Moscow", "Moscow"),
    ] {
        assert_eq!(romanise(cyrillic), roman, "{cyrillic}");
    }
}

/// The names in full of the articles of a folder.
fn full_names(articles: &[&str]) -> Vec<Vec<String>> {
    let cues = Cues::builtin();
    let analysis = |it: &&str| Arc::clone(&crate::events::article(&[it], None, &cues).0.analysis);
    let mut analyses: Vec<_> = articles.iter().map(analysis).collect();
    surnames(&mut analyses, &cues);
    analyses.iter().map(|it| it.names.iter().map(|it| it.full.clone()).collect()).collect()
}

#[test]
fn a_surname_alone_is_the_one_person_of_the_folder_who_bears_it() {
    let whole = "The talks were led by Anna Karsen of the union.";
    let bare = |it: &str| full_names(&[it, whole])[0].clone();
    assert_eq!(bare("Karsen left the talks at noon."), ["Anna Karsen"]);
    assert_eq!(bare("The envoys met Karsen at noon."), ["Anna Karsen"]);
    assert_eq!(bare("Karsen's envoys left."), ["Anna Karsen"]);
    assert!(bare("Karsen prices had better days.").is_empty(), "no verb follows");
    // Two people bear it.
    let names = full_names(&["Karsen left the talks at noon.", whole, "The mine belongs to Piet Karsen."]);
    assert!(!names[0].contains(&"Anna Karsen".to_owned()), "{names:?}");
}
