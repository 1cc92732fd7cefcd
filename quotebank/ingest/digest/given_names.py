"""Given names that tell a person from an outlet or a place: our own compilation, besides `text.known_names`."""

GIVEN_NAMES = """
James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald
Steven Paul Andrew Joshua Kenneth Kevin Brian George Timothy Ronald Edward Jason Jeffrey Ryan Jacob Gary Nicholas Eric
Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Frank Alexander Raymond Patrick Jack Dennis Jerry
Tyler Aaron Jose Adam Nathan Henry Douglas Zachary Peter Kyle Walter Ethan Jeremy Harold Keith Christian Roger Noah
Gerald Terry Sean Austin Carl Arthur Lawrence Dylan Jesse Jordan Bryan Billy Bruce Gabriel Joe Logan Albert Willie
Alan Wayne Elijah Randy Roy Vincent Ralph Eugene Russell Louis Philip Bobby Johnny Bradley Tom Tim Jim Bob Bill Dan
Ben Sam Nick Matt Mike Steve Dave Chris Greg Jeff Ken Ron Don Ray Max Leo Ian Neil Colin Graham Stuart Simon Martin
Nigel Trevor Alistair Alastair Hugh Giles Rupert Gareth Rhys Owen Liam Conor Declan Cormac Fintan Siobhan Niamh Aoife
Osbert Rowan Ewan Euan Hamish Fergus Angus Duncan Malcolm Gordon Marcus Miles Oliver Oscar Theodore Ignatius Jasper
Felix Hugo Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Sandra Margaret
Ashley Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Dorothy Amy
Kathleen Angela Shirley Emma Brenda Pamela Nicole Anna Samantha Katherine Christine Debra Rachel Carolyn Janet Maria
Heather Diane Olivia Julie Joyce Victoria Ruth Virginia Lauren Kelly Christina Joan Evelyn Judith Andrea Hannah Megan
Cheryl Jacqueline Martha Madison Teresa Gloria Sara Janice Ann Kathryn Abigail Sophia Frances Jean Alice Judy Isabella
Julia Grace Amber Denise Danielle Marilyn Beverly Charlotte Natalie Theresa Diana Brittany Doris Kayla Alexis Lori
Marie Fiona Imogen Harriet Polly Gemma Zoe Chloe Lucy Jane Jo Kate Katie Liz Meg Nell Rosalind Tamsin Fenella Bettina
Celia Theodora Prudence Priya Ahmed Ahmad Mohammed Muhammad Mohamed Mahmoud Ali Hassan Hussein Ibrahim Yusuf Youssef
Omar Khalid Khaled Abdullah Abdul Tariq Tarek Karim Nadia Fatima Aisha Leila Layla Amina Mariam Samir Samira Rania
Hanan Noor Nour Salma Zainab Jamal Faisal Hamid Reza Rim Sami Walid Mehmet Mustafa Ahmet Hasan Murat Emre Can Ayşe
Fatma Elif Zeynep Emine Selin Deniz Kemal Orhan Cem Burak Hakan Yavuz Volkan Avi Amnon Yossi Moshe Yaakov Itzhak
Shlomo Tamar Orit Noa Yael Rivka Miriam Dalia Amos Gideon Nahum Zvi Eitan Nadav Raj Arjun Rahul Amit Anil Vijay Sanjay
Ravi Suresh Ramesh Pooja Anita Sunita Deepa Lakshmi Meera Kavita Shashi Pratap Siddharth Wei Li Ming Jun Xiaoming Yang
Jing Mei Ling Hua Hong Haruhiko Teruo Ritsuo Shizuka Yuri Kenji Takashi Hiroshi Yoko Akira Naoko Emi Satoshi Ichiro
Yuki Pierre Michel Andre Philippe Rene Alain Jacques Bernard Marcel Claude Henri Georges Nicolas François Francois
Francoise Françoise Laurent Thierry Christophe Pascal Olivier Julien Sébastien Stéphane Frédéric Guillaume Antoine
Mathieu Maxime Alexandre Benoît Benoit Jérôme Bruno Didier Gérard Gilles Hervé Yves Yann Loïc Gaël Erwan Luc Marc
Mathilde Camille Léa Manon Chloé Inès Jade Louise Lucie Juliette Pauline Marion Mélanie Céline Sophie Nathalie
Isabelle Sylvie Catherine Martine Monique Anne Véronique Valérie Sandrine Aurélie Émilie Élodie Delphine Solène Hélène
Agathe Bérengère Samia Aurélien Gonzague Arnaud Thibaut Thibault Cyril Bastien Clément Damien Fabien Fabrice Florian
Franck Ghislain Grégoire Joël Ludovic Lionel Mickaël Quentin Rémi Rémy Romain Sylvain Tanguy Tristan Xavier Yannick
Zoé Odile Mireille Josiane Ginette Bernadette Colette Corinne Estelle Éric Noémie Ophélie Raphaël Romane Violette
Violaine Capucine Apolline Ninon Hans Wolfgang Klaus Jürgen Dieter Manfred Uwe Günter Günther Horst Bernd Werner Heinz
Gerhard Helmut Stefan Stephan Andreas Jens Jörg Jorg Ralf Torsten Thorsten Sven Dirk Markus Matthias Sebastian Tobias
Jan Lars Olaf Kai Volker Ulrich Ulrike Monika Petra Sabine Renate Helga Karin Ingrid Brigitte Ursula Gabriele Susanne
Birgit Heike Martina Claudia Angelika Silke Kerstin Anja Katja Stefanie Katharina Lea Lena Leonie Anna-Lena Annette
Beatrix Rebekka Imke Irmela Swantje Wiebke Timo Falk Konrad Kurt Ernst Otto Fritz Franz Josef Karl Ludwig Rainer
Reinhard Rudolf Siegfried Detlef Eckhard Egon Ekkehard Elke Erich Gisela Hannelore Hartmut Heiko Heiner Henning
Hildegard Holger Ilse Ilona Irmgard Jochen Joachim Jutta Lothar Magdalena Margarete Marlies Marianne Norbert Roland
Rolf Rüdiger Sigrid Sigmar Thilo Till Theo Verena Veronika Waltraud Winfried Cora Dorothea Ruben Jördis Kilian Linus
Lukas Moritz Niklas Nils Ole Philipp Vera Yannik Aleksandr Sergei Sergey Vladimir Andrei Andrey Dmitry Dmitri Dmitrii
Alexei Alexey Aleksei Mikhail Nikolai Ivan Igor Oleg Iurii Viktor Victor Pavel Maxim Maksim Evgeny Evgenii Yevgeny
Konstantin Kirill Denis Roman Vitaly Vitalii Stanislav Vadim Anatoly Anatolii Gennady Boris Leonid Valery Valerii Gleb
Timofei Fyodor Fedor Georgy Georgii Grigory Artyom Artem Ilya Ilia Anton Nikita Egor Yegor Daniil Ruslan Rustam Timur
Marat Gevorg Iaroslav Yaroslav Vyacheslav Viacheslav Bogdan Taras Ostap Olga Elena Yelena Natalia Natalya Tatiana
Tatyana Irina Svetlana Marina Ludmila Lyudmila Ekaterina Yekaterina Mariia Nadezhda Galina Larisa Lyubov Nina Oksana
Yulia Iuliia Daria Darya Ksenia Polina Alla Inna Zoya Александр Сергей Владимир Андрей Дмитрий Алексей Михаил Николай
Иван Игорь Олег Юрий Виктор Павел Максим Евгений Константин Кирилл Денис Роман Виталий Станислав Вадим Анатолий
Геннадий Борис Леонид Валерий Глеб Тимофей Фёдор Федор Георгий Григорий Артём Артем Илья Антон Никита Егор Даниил
Руслан Рустам Тимур Марат Геворг Ярослав Вячеслав Богдан Тарас Ольга Елена Наталья Наталия Татьяна Ирина Светлана
Марина Людмила Екатерина Анна Мария Надежда Галина Лариса Вера Любовь Нина Оксана Юлия Дарья Ксения Полина Алла Инна
Зоя Пётр Петр Семён Семен Савва Салтанат Нурлан Ербол Айгуль Динара Гульнара Тахир Ринат Ильдар Святослав Лев Яков
Аркадий Эдуард Эмма Тамара Валентина Вероника Виктория Маргарита Алина Алёна Майя Инга Регина Ульрике Жан Жан-Батист
Майкл Джон Джеймс Пол Питер Мартин Томас Дэвид Роберт Ричард Ганс Франц Карл Пьер Мишель Хуан Карлос Хосе Консуэло
Гжегож Драгана Владимира Эрик Анри Carlos Juan José Luis Miguel Antonio Manuel Francisco Javier Fernando Rafael Pablo
Jorge Alberto Ricardo Eduardo Diego Andrés Alejandro Gonzalo Marisol Lucía Lucia Ana Carmen Pilar Dolores Consuelo
Isabel Mercedes Beatriz Giovanni Giuseppe Francesco Marco Paolo Luca Mario Luigi Stefano Roberto Giulia Chiara
Francesca Paola Silvia Federico Lorenzo Matteo Giorgio Piotr Krzysztof Andrzej Tomasz Paweł Marcin Michał Grzegorz
Agnieszka Katarzyna Małgorzata Ewa Joanna Zbigniew Jerzy Radim Jiří Petr Tomáš Zdeněk Lenka Jana Zsófia László István
Gábor Ferenc Ildikó Ildiko Milica Jovan Goran Nenad Dragan Zoran Ognjen Lidija Vesna Ivana Marko Nikola Milan Dejan
Snežana Petru Mihail Ion Andreea Ioana Ilinca Lev Elvira Erik Anders Johan Olof Astrid Birgitta Hedda Ebba Björn
Magnus Gunnar Jukka Pekka Matti Liisa Aino Rīta Siim Kaja Jonas Andrius Kofi Kwame Ama Chinua Femi Ngozi Chidi Amadou
Mamadou Ousmane Moussa Ibrahima Fatou Aminata Abdoulaye Cheikh Thabo Sipho Jomo Yusra Bertrand
"""
"""Given names, in no order."""
